namespace ParisPact.Tests.Intake.Iati;

/// <summary>The tiny files by which IATI tests its rule engine, as far as they are about what we read.</summary>
public sealed class When_the_rulesets_own_examples_are_read
{
    [Theory]
    [InlineData("identifiers_bad", "iati.identifier-prefix")]
    [InlineData("date_bad", "iati.date-order")]
    [InlineData("date_now_bad", "iati.last-updated-in-future")]
    [InlineData("sector_percentage_sum_bad", "iati.sector-percentages")]
    [InlineData("recipient_country_bad", "iati.recipient-percentages")]
    [InlineData("one_or_all_sector_bad", "iati.sector-missing")]
    [InlineData("one_or_all_sector_all_bad", "iati.sector-in-some-transactions")]
    [InlineData("one_or_all_lang_bad", "iati.language-missing")]
    [InlineData("one_or_all_lang_bad_all", "iati.language-missing")]
    [InlineData("period_time_bad", "iati.budget-longer-than-year")]
    [InlineData("if_then_bad", "iati.sector-name-missing")]
    [InlineData("at_least_one_bad", "iati.organisation-unnamed")]
    [InlineData("only_one_of_activity_bad", "iati.recipient-at-both-levels")]
    public void The_bad_ones_break_the_rule(string name, string rule) => Assert.Contains(rule, RulesOf(name));

    [Theory]
    [InlineData("identifiers", "iati.identifier-prefix")]
    [InlineData("date_good", "iati.date-order")]
    [InlineData("date_now_good", "iati.last-updated-in-future")]
    [InlineData("sector_percentage_sum_good", "iati.sector-percentages")]
    [InlineData("recipient_country_good", "iati.recipient-percentages")]
    [InlineData("one_or_all_sector_good", "iati.sector-missing")]
    [InlineData("one_or_all_sector_all_good", "iati.sector-in-some-transactions")]
    [InlineData("one_or_all_lang_good", "iati.language-missing")]
    [InlineData("one_or_all_lang_good_all", "iati.language-missing")]
    [InlineData("period_time_good", "iati.budget-longer-than-year")]
    [InlineData("if_then_good", "iati.sector-name-missing")]
    [InlineData("at_least_one_ref", "iati.organisation-unnamed")]
    [InlineData("only_one_of_activity_good", "iati.recipient-at-both-levels")]
    public void The_good_ones_do_not(string name, string rule) => Assert.DoesNotContain(rule, RulesOf(name));

    private static List<string> RulesOf(string name) =>
        [.. Reading.Of(File.ReadAllBytes(SharedFiles.Need($"iati-standard/rulesets/meta_tests/{name}.xml"))).SelectMany(record => record.Problems).Select(problem => problem.Rule)];
}
