/**
 * Models that run: the model repository on disk, checked before a model is let loose, and scorers on DJL. A model is a folder
 * {@code <name>/<version>/} with {@code serving.properties}, the model file, {@code signature.json} and {@code golden.csv}.
 */
package com.fusioncommerce.models.scoring;
