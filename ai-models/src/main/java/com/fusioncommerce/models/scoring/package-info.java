/**
 * Scoring: the model repository on disk, whose models are verified before use, and scorers on DJL. A model is a folder
 * {@code <name>/<version>/} with {@code serving.properties}, the model file, {@code signature.json} and
 * {@code golden.csv}.
 */
package com.fusioncommerce.models.scoring;
