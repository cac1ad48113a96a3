/**
 * Fraud models: features with one definition for the live stream and for history, scorers that read the model
 * repository, training programs that write it, and synthetic shoppers as training data. Depends on schemas only.
 */
package com.fusioncommerce.models;
