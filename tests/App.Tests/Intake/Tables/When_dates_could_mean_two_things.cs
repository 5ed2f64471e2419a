namespace ParisPact.Tests.Intake.Tables;

public sealed class When_dates_could_mean_two_things
{
    [Fact]
    public void Columns_that_contradict_each_other_make_all_their_dates_doubtful()
    {
        var reads = Given.Csv("Reference;Title;Planned start;Planned end\nA;One;13/04/2021;05/06/2022\nB;Two;01/02/2020;12/31/2021\n");
        Assert.Equal("date.ambiguous@2 date.ambiguous@3", string.Join(' ', reads.Rules().Split(' ').Order()));
    }

    [Fact]
    public void Days_of_the_solar_calendar_are_turned_and_told_once()
    {
        var reads = Given.Csv("Reference,Title,Start,End\nA,One,1403/01/15,2025-01-01\nB,Two,1403/02/15,2025-01-01\n");
        Assert.Equal([new DateOnly(2024, 4, 3), new DateOnly(2024, 5, 4)], reads.Projects().Select(project => project.Dates.PlannedStart!.Value));
        Assert.Equal("date.solar@2", reads.Rules());
    }

    [Fact]
    public void A_period_that_begins_with_the_day_or_the_month_is_told_once()
    {
        var reads = Given.Csv("Reference,Title,Period\nA,One,05/06/2022 - 04/06/2024\nB,Two,05/07/2022 - 04/07/2024\n");
        Assert.Equal(new DateOnly(2022, 6, 5), reads.Projects()[0].Dates.PlannedStart);
        Assert.Equal("date.ambiguous@2", reads.Rules());
    }

    [Fact]
    public void A_duration_is_no_period_and_is_kept_and_told_once()
    {
        var reads = Given.Csv("Reference,Title,Duration\nA,One,24 months\nB,Two,36 months\nC,Three,2024-2026\n");
        Assert.Equal(["24 months", "36 months"], reads.Projects().SelectMany(project => project.Extras).Select(extra => extra.Value));
        Assert.Equal("period.not-understood@2", reads.Rules());
    }
}
