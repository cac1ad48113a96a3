package com.fusioncommerce.models.scoring;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Scorer that runs a model on DJL with one thread: a scorer belongs to a task with one core. */
final class DjlScorer implements Scorer {
    static {
        // Set before DJL's engines start: otherwise they search the net for native libraries and start a thread per
        // core.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private final String name;
    private final ZooModel<float[][], float[]> model;
    private final Predictor<float[][], float[]> predictor;

    private DjlScorer(String name, ZooModel<float[][], float[]> model) {
        this.name = name;
        this.model = model;
        this.predictor = model.newPredictor();
    }

    /** Loads the model in a folder; its engine and file are in the folder's {@code serving.properties}. */
    static DjlScorer load(Path folder, int columns) {
        Criteria<float[][], float[]> criteria = Criteria.builder()
                .setTypes(float[][].class, float[].class)
                .optModelPath(folder)
                .optTranslator(new Rows(columns))
                .optOption("interOpNumThreads", "1")
                .optOption("intraOpNumThreads", "1")
                .build();
        try {
            return new DjlScorer(folder.toString(), criteria.loadModel());
        } catch (IOException | ModelNotFoundException | MalformedModelException e) {
            throw new ModelRefusedException("cannot load the model in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public float[] score(float[][] rows) {
        if (rows.length == 0) {
            return new float[0];
        }
        try {
            return predictor.predict(rows);
        } catch (TranslateException e) {
            throw new IllegalStateException("the model in " + name + " failed to score " + rows.length + " rows", e);
        }
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }

    /**
     * Converts rows to a tensor and back. The buffer is reused: a predictor has one thread, and no call outlives its
     * return.
     */
    private static final class Rows implements Translator<float[][], float[]> {
        private final int columns;
        private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

        Rows(int columns) {
            this.columns = columns;
        }

        @Override
        public NDList processInput(TranslatorContext context, float[][] rows) {
            int bytes = rows.length * columns * Float.BYTES;
            if (buffer.capacity() < bytes) {
                buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
            }
            buffer.clear().limit(bytes);
            for (float[] row : rows) {
                if (row.length != columns) {
                    throw new IllegalArgumentException("a row of " + row.length + " features, not " + columns);
                }
                for (float value : row) {
                    buffer.putFloat(value);
                }
            }
            buffer.flip();
            Shape shape = new Shape(rows.length, columns);
            return new NDList(context.getNDManager().create(buffer.asFloatBuffer(), shape, DataType.FLOAT32));
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList output) {
            return output.singletonOrThrow().toFloatArray();
        }

        @Override
        public Batchifier getBatchifier() {
            return null;
        }
    }
}
