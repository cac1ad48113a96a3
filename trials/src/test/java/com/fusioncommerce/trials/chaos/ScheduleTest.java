package com.fusioncommerce.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.config.FlinkMode;
import com.fusioncommerce.platform.config.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<Fault> FAULTS = Faults.of(
            new Shape(3, 2, FlinkMode.PROCESS),
            List.of("kafka", "kafka-2", "kafka-3", "registry", "zookeeper", "druid", "flink", "api", "api-2"));

    @Test
    void the_same_seed_gives_the_same_schedule() {
        assertThat(rounds(7, 200)).isEqualTo(rounds(7, 200)).isNotEqualTo(rounds(8, 200));
    }

    @Test
    void each_fault_comes_alone_first() {
        List<Schedule.Round> first = rounds(3, FAULTS.size());

        assertThat(first).allSatisfy(round -> assertThat(round.faults()).hasSize(1));
        assertThat(first).flatExtracting(Schedule.Round::faults).containsExactlyInAnyOrderElementsOf(FAULTS);
    }

    @Test
    void then_every_process_is_killed_at_once() {
        Schedule.Round dark = rounds(3, FAULTS.size() + 1).get(FAULTS.size());

        assertThat(dark.faults())
                .containsExactlyInAnyOrderElementsOf(FAULTS.stream()
                        .filter(fault -> fault.kind() == FaultKind.KILL)
                        .toList());
        assertThat(new Schedule(3, FAULTS).roundsPlanned()).isEqualTo(FAULTS.size() + 1);
    }

    @Test
    void two_at_once_are_of_different_groups() {
        List<Schedule.Round> later = rounds(3, 500).subList(FAULTS.size() + 1, 500);

        assertThat(later).anySatisfy(round -> assertThat(round.faults()).hasSize(2));
        assertThat(later)
                .allSatisfy(round ->
                        assertThat(round.faults()).extracting(Fault::group).doesNotHaveDuplicates());
    }

    @Test
    void only_the_last_of_its_kind_has_a_disk_to_fill_and_only_what_is_reached_is_cut_off() {
        assertThat(FAULTS)
                .filteredOn(fault -> fault.kind() == FaultKind.FULL)
                .extracting(Fault::part)
                .containsExactly("kafka-3", "api-2");
        assertThat(FAULTS)
                .filteredOn(fault -> fault.kind() == FaultKind.CUT)
                .extracting(Fault::part)
                .containsExactly("kafka", "kafka-2", "kafka-3", "api", "api-2");
    }

    @Test
    void a_choice_names_kinds_and_parts_or_kinds_of_parts() {
        assertThat(chosen("kill:api")).containsExactlyInAnyOrder("kill -9 of api", "kill -9 of api-2");
        assertThat(chosen("kill:api-2, full"))
                .containsExactlyInAnyOrder("kill -9 of api-2", "disk full under kafka-3", "disk full under api-2");
        assertThat(chosen("")).hasSize(FAULTS.size());
        assertThatThrownBy(() -> FaultChoice.parse("burn")).hasMessageContaining("kill, freeze, full, cut");
        assertThatThrownBy(() -> FaultChoice.parse("kill:foo").among(Set.of("api", "kafka")))
                .hasMessageContaining("no part is called 'foo'; there are api, kafka");
        assertThat(FaultChoice.parse("kill,cut:api").among(Set.of("api", "kafka")))
                .isNotNull();
    }

    @Test
    void nothing_to_break_is_refused() {
        assertThatThrownBy(() -> new Schedule(1, List.of())).hasMessageContaining("--faults");
    }

    private static List<String> chosen(String text) {
        FaultChoice choice = FaultChoice.parse(text);
        return FAULTS.stream().filter(choice::has).map(Fault::toString).toList();
    }

    private static List<Schedule.Round> rounds(long seed, int count) {
        Schedule schedule = new Schedule(seed, FAULTS);
        List<Schedule.Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rounds.add(schedule.next());
        }
        return rounds;
    }
}
