/** Holds counts of the same thing by different witnesses against each other. Knows nothing of what is counted where. */
package com.fusioncommerce.workloads.importer.reconcile;
