/** Compares counts of the same data by different witnesses. Independent of the data that is counted. */
package com.fusioncommerce.workloads.importer.reconcile;
