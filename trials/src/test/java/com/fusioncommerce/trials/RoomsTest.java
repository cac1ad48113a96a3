package com.fusioncommerce.trials;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Allowed dependencies between rooms. A room is the package name's part after {@code com.fusioncommerce}; a room
 * missing in the table fails the test. Rules within a room are tested in its module.
 */
@AnalyzeClasses(packages = "com.fusioncommerce", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String OURS = "com.fusioncommerce.";
    private static final String CHECKER = "com.fusioncommerce.trials.checker..";

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "schemas", Set.of(),
            "streams", Set.of("schemas"),
            "models", Set.of("schemas"),
            "flink", Set.of("schemas", "models"),
            "connectors", Set.of("schemas", "streams"),
            "druid", Set.of("schemas"),
            "api", Set.of("schemas", "streams", "druid"),
            "platform", Set.of("schemas", "streams", "models", "druid", "api"),
            // Of druid-specs only the client: reconciliation counts imported orders in Druid.
            "workloads", Set.of("schemas", "models", "druid", "platform"),
            "trials", Set.of("schemas", "streams", "models", "druid", "api", "platform", "workloads"));

    @ArchTest
    static final ArchRule ROOMS_USE_WHAT_THEY_MAY = classes()
            .that()
            .resideInAPackage(OURS + ".")
            .should(new ArchCondition<>("use only rooms that theirs may") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    Set<String> allowed = MAY_USE.get(room(user));
                    if (allowed == null) {
                        events.add(
                                SimpleConditionEvent.violated(user, user.getName() + " is in a room without a name"));
                        return;
                    }
                    for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                        String used = room(dependency.getTargetClass());
                        if (!used.isEmpty() && !used.equals(room(user)) && !allowed.contains(used)) {
                            events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                        }
                    }
                }
            });

    /** A room without classes would pass every rule. */
    @ArchTest
    static void every_room_is_found(JavaClasses all) {
        Set<String> found = new TreeSet<>();
        all.forEach(one -> found.add(room(one)));
        Set<String> wanted = new TreeSet<>(MAY_USE.keySet());
        // The module has only a description yet.
        wanted.remove("connectors");
        assertThat(found).containsAll(wanted);
    }

    /** Workloads call the API over HTTP; its URL and tokens come from the platform's commands. */
    @ArchTest
    static final ArchRule WORKLOADS_USE_ONLY_WHAT_COMMANDS_SHARE = classes()
            .that()
            .resideInAPackage("com.fusioncommerce.workloads..")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("com.fusioncommerce.platform.."))
                    .or(resideInAnyPackage(
                            "com.fusioncommerce.platform.cli..", "com.fusioncommerce.platform.config..")));

    @ArchTest
    static final ArchRule ONLY_THE_API_SPEAKS_JAVALIN = noClasses()
            .that()
            .resideInAPackage(OURS + ".")
            .and()
            // The benchmark of the HTTP server's limit uses the API's server without the API.
            .resideOutsideOfPackages("com.fusioncommerce.api..", "com.fusioncommerce.trials.bench.limit")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..");

    @ArchTest
    static final ArchRule ONLY_FLINK_JOBS_SPEAK_FLINK = noClasses()
            .that()
            .resideInAPackage(OURS + ".")
            .and()
            .resideOutsideOfPackages("com.fusioncommerce.flink..", "com.fusioncommerce.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule SUPERVISION_KNOWS_NO_PART = classes()
            .that()
            .resideInAPackage("com.fusioncommerce.platform.supervisor..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("com.fusioncommerce.platform.supervisor..")
                    .or(DescribedPredicate.not(resideInAPackage(OURS + "."))));

    /** The checker is independent of the product's code only if it shares none with it. */
    @ArchTest
    static final ArchRule THE_CHECKER_IS_INDEPENDENT = classes()
            .that()
            .resideInAPackage(CHECKER)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CHECKER, "java..", "org.apache.kafka..", "org.apache.avro..", "com.fasterxml.jackson.."));

    /** The third part of a class's package name; empty if the class is not ours. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(OURS) ? name.substring(OURS.length()).split("\\.", 2)[0] : "";
    }
}
