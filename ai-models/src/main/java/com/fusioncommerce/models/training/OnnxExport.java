package com.fusioncommerce.models.training;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Converts an ensemble in XGBoost's JSON to ONNX: one TreeEnsembleRegressor for the margin, followed by a sigmoid. */
final class OnnxExport {
    /** Name of the model's input. */
    static final String INPUT = "features";

    /** Name of the model's output. */
    static final String OUTPUT = "score";

    private static final String MARGIN = "margin";
    private static final String ML_DOMAIN = "ai.onnx.ml";
    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Long> treeIds = new ArrayList<>();
    private final List<Long> nodeIds = new ArrayList<>();
    private final List<Long> featureIds = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> trueNodes = new ArrayList<>();
    private final List<Long> falseNodes = new ArrayList<>();
    private final List<Long> missingGoesTrue = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Long> leafTargets = new ArrayList<>();
    private final List<Float> leafWeights = new ArrayList<>();

    private OnnxExport() {}

    /**
     * Converts the first trees of an ensemble.
     *
     * @param xgboostJson an ensemble of objective {@code binary:logistic}
     * @param trees number of trees to convert
     * @param columns number of features
     */
    static byte[] convert(byte[] xgboostJson, int trees, int columns) {
        try {
            JsonNode learner = JSON.readTree(xgboostJson).get("learner");
            OnnxExport export = new OnnxExport();
            JsonNode grown = learner.get("gradient_booster").get("model").get("trees");
            for (int tree = 0; tree < trees; tree++) {
                export.addTree(tree, grown.get(tree));
            }
            return export.model(margin(learner), columns).toByteArray();
        } catch (IOException e) {
            throw new IllegalArgumentException("not XGBoost's JSON", e);
        }
    }

    /** The base score as a margin: XGBoost stores a probability, in brackets since version 3. */
    private static float margin(JsonNode learner) {
        String text = learner.get("learner_model_param").get("base_score").asText();
        double base = Double.parseDouble(text.replace("[", "").replace("]", ""));
        return (float) StrictMath.log(base / (1 - base));
    }

    private void addTree(long id, JsonNode tree) {
        JsonNode left = tree.get("left_children");
        for (int node = 0; node < left.size(); node++) {
            boolean leaf = left.get(node).asInt() == -1;
            treeIds.add(id);
            nodeIds.add((long) node);
            modes.add(leaf ? "LEAF" : "BRANCH_LT");
            featureIds.add(leaf ? 0L : tree.get("split_indices").get(node).asLong());
            values.add(leaf ? 0f : condition(tree, node));
            trueNodes.add(leaf ? 0L : left.get(node).asLong());
            falseNodes.add(leaf ? 0L : tree.get("right_children").get(node).asLong());
            missingGoesTrue.add(leaf ? 0L : tree.get("default_left").get(node).asLong());
            if (leaf) {
                leafTrees.add(id);
                leafNodes.add((long) node);
                leafTargets.add(0L);
                leafWeights.add(condition(tree, node));
            }
        }
    }

    /** The threshold of a branch, or the weight of a leaf. */
    private static float condition(JsonNode tree, int node) {
        return (float) tree.get("split_conditions").get(node).asDouble();
    }

    private ModelProto model(float margin, int columns) {
        NodeProto ensemble = NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .setDomain(ML_DOMAIN)
                .addInput(INPUT)
                .addOutput(MARGIN)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("n_targets")
                        .setType(AttributeType.INT)
                        .setI(1))
                .addAttribute(longs("nodes_treeids", treeIds))
                .addAttribute(longs("nodes_nodeids", nodeIds))
                .addAttribute(longs("nodes_featureids", featureIds))
                .addAttribute(floats("nodes_values", values))
                .addAttribute(strings("nodes_modes", modes))
                .addAttribute(longs("nodes_truenodeids", trueNodes))
                .addAttribute(longs("nodes_falsenodeids", falseNodes))
                .addAttribute(longs("nodes_missing_value_tracks_true", missingGoesTrue))
                .addAttribute(longs("target_treeids", leafTrees))
                .addAttribute(longs("target_nodeids", leafNodes))
                .addAttribute(longs("target_ids", leafTargets))
                .addAttribute(floats("target_weights", leafWeights))
                .addAttribute(floats("base_values", List.of(margin)))
                .build();
        NodeProto sigmoid = NodeProto.newBuilder()
                .setOpType("Sigmoid")
                .addInput(MARGIN)
                .addOutput(OUTPUT)
                .build();
        GraphProto graph = GraphProto.newBuilder()
                .setName("boosted-trees")
                .addNode(ensemble)
                .addNode(sigmoid)
                .addInput(tensor(INPUT, columns))
                .addOutput(tensor(OUTPUT, 1))
                .build();
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("fusioncommerce")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(ML_DOMAIN).setVersion(1))
                .setGraph(graph)
                .build();
    }

    private static AttributeProto longs(String name, List<Long> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    private static AttributeProto floats(String name, List<Float> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOATS)
                .addAllFloats(values)
                .build();
    }

    private static AttributeProto strings(String name, List<String> values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.STRINGS);
        values.forEach(value -> attribute.addStrings(ByteString.copyFromUtf8(value)));
        return attribute.build();
    }

    private static ValueInfoProto tensor(String name, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(Dimension.newBuilder().setDimParam("rows"))
                .addDim(Dimension.newBuilder().setDimValue(columns))
                .build();
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
