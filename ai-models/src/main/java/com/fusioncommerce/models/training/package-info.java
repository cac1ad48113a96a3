/**
 * Programs that make models. Everything is seeded and runs on one thread: the same sources give the same bytes. Needs
 * libraries that scoring does not (XGBoost, ONNX's protobufs), so only these programs' class path carries them.
 */
package com.fusioncommerce.models.training;
