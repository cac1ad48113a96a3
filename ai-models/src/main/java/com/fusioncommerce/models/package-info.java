/**
 * Intelligence: features with one definition for the live stream and for history, the scorers that read the model
 * repository, the training programs that write it, and the synthetic shoppers they learn from. Depends on schemas only.
 */
package com.fusioncommerce.models;
