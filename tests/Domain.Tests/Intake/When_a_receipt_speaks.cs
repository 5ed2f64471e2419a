using ParisPact.Domain.Intake;

namespace ParisPact.Tests.Intake;

public sealed class When_a_receipt_speaks
{
    private static readonly DateTimeOffset Day = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private static Receipt Receipt(
        ReceiptCounts counts = default, ReceiptState state = ReceiptState.Done, bool dryRun = false, UploadMode mode = UploadMode.Add, params RuleCount[] rules) =>
        new("0123456789abcdef", "unodc", "projects.csv", state, mode, dryRun, "csv", "Somebody", false, Day, Day, counts, [.. rules]);

    [Fact]
    public void It_says_what_became_of_every_record_and_that_nothing_was_deleted() => Assert.Equal(
        "From projects.csv, 5 projects were added, 2 were changed, 4 were left as they were and 1 was refused. Nothing was deleted.",
        Receipt(new(5, 2, 4, 1, 0)).Sentence);

    [Fact]
    public void It_leaves_out_what_did_not_happen() => Assert.Equal(
        "From projects.csv, 1 project was added. Nothing was deleted.",
        Receipt(new(1, 0, 0, 0, 0)).Sentence);

    [Fact]
    public void The_same_file_again_changed_nothing_and_it_says_so() => Assert.Equal(
        "projects.csv changed nothing: all 1,200 projects already stand in the register as the file says. Nothing was deleted.",
        Receipt(new(0, 0, 1200, 0, 0)).Sentence);

    [Fact]
    public void One_project_that_was_there_is_its_only_one() => Assert.Equal(
        "projects.csv changed nothing: its only project already stands in the register as the file says. Nothing was deleted.",
        Receipt(new(0, 0, 1, 0, 0)).Sentence);

    [Fact]
    public void A_complete_file_says_first_what_it_withdrew() => Assert.Equal(
        "From projects.csv, 3 projects were withdrawn because the file says that it is complete and leaves them out, 1 was added and 9 were left as they were. Nothing was deleted: what is withdrawn keeps its history.",
        Receipt(new(1, 0, 9, 0, 3), mode: UploadMode.Complete).Sentence);

    [Fact]
    public void A_trial_speaks_of_what_would_happen() => Assert.Equal(
        "This was a trial: nothing was changed. With projects.csv, 1 project would be withdrawn because the file says that it is complete and leaves it out and 2 would be added. Nothing would be deleted: what is withdrawn keeps its history.",
        Receipt(new(2, 0, 0, 0, 1), dryRun: true, mode: UploadMode.Complete).Sentence);

    [Fact]
    public void A_refused_file_changed_nothing_and_it_says_why() => Assert.Equal(
        "projects.csv was refused as a whole, and nothing in the register was changed: The file is empty.",
        (Receipt(state: ReceiptState.Refused, rules: new RuleCount("file.empty", Severity.Fatal, 1, 1)) with { Refusal = "The file is empty." }).Sentence);

    [Fact]
    public void A_fault_of_ours_is_called_ours() => Assert.Contains(
        "A fault on our side ended the intake of projects.csv.",
        (Receipt(state: ReceiptState.Refused) with { Fault = "0123" }).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Errors_and_warnings_are_counted() => Assert.EndsWith(
        "Nothing was deleted. There are 2 errors and 1 warning.",
        Receipt(new(1, 0, 0, 2, 0), rules: [new("a.b", Severity.Error, 2, 2), new("c.d", Severity.Warning, 1, 1)]).Sentence, StringComparison.Ordinal);

    [Fact]
    public void One_error_is_one() => Assert.EndsWith(
        "There is 1 error.", Receipt(new(1, 0, 0, 1, 0), rules: [new("a.b", Severity.Error, 1, 1)]).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Problems_that_are_not_listed_are_still_counted() => Assert.EndsWith(
        "There are 50,000 warnings; the first 10,000 are listed, all are counted.",
        Receipt(new(1, 0, 0, 0, 0), rules: [new("a.b", Severity.Warning, 50_000, 10_000)]).Sentence, StringComparison.Ordinal);

    [Fact]
    public void It_says_that_it_was_taken_back() => Assert.EndsWith(
        "The upload was taken back on 24 November 2026: 2 projects that it had added were withdrawn and 1 project was restored to what it had been before.",
        (Receipt(new(2, 1, 0, 0, 0)) with { TakenBack = new TakenBack(Day, "Somebody", 2, 1) }).Sentence, StringComparison.Ordinal);

    [Fact]
    public void While_work_goes_on_it_says_only_that() => Assert.Equal("projects.csv is being taken in.", Receipt(state: ReceiptState.Working).Sentence);

    [Fact]
    public void A_file_of_refused_records_alone_says_that() => Assert.StartsWith(
        "From projects.csv, 2 projects were refused. Nothing was deleted.", Receipt(new(0, 0, 0, 2, 0)).Sentence, StringComparison.Ordinal);
}
