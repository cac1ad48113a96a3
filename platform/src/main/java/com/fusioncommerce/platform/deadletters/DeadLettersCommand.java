package com.fusioncommerce.platform.deadletters;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.google.auto.service.AutoService;
import picocli.CommandLine.Command;

/** Lists, shows and resends dead letters. */
@AutoService(FusionCommand.class)
@Command(
        name = "dead-letters",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListDeadLetters.class, ShowDeadLetter.class, RetryDeadLetters.class},
        description = {
            "Messages that could not be processed: lists them, shows one, sends commands again.",
            "",
            "A command is sent again once, in one transaction with the note that says so: mend what stopped it first. "
                    + "An event is not sent again, since it stands in its log already."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:there is none by that id, or it was not sent again"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion dead-letters list",
            "  fusion dead-letters list --topic orders.commands --tenant acme --open",
            "  fusion dead-letters show orders.commands@12",
            "  fusion dead-letters retry orders.commands@12 orders.commands@13"
        })
public final class DeadLettersCommand implements FusionCommand {
    @Override
    public int place() {
        return 60;
    }
}
