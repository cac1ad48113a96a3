/**
 * Programs that train models. Everything is seeded and runs on one thread: the same sources give the same bytes. Needs
 * libraries that scoring does not (XGBoost, ONNX's protobufs), so that only these programs have them on the class path.
 */
package com.fusioncommerce.models.training;
