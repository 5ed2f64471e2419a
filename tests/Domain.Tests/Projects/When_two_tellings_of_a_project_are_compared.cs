using CsCheck;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using static ParisPact.Tests.Projects.SampleProjects;

namespace ParisPact.Tests.Projects;

public sealed class When_two_tellings_of_a_project_are_compared
{
    [Fact]
    public void The_same_is_no_difference_in_whatever_order_it_is_told() =>
        Gen.Select(Any, Gen.Int).Sample(static (project, seed) =>
        {
            var random = new Random(seed);
            var shuffled = project with
            {
                Titles = [project.Titles[0], .. Shuffled(random, project.Titles.Skip(1))],
                Places = [.. Shuffled(random, project.Places)],
                Sectors = [.. Shuffled(random, project.Sectors)],
                Themes = [.. Shuffled(random, project.Themes)],
                Money = [.. Shuffled(random, project.Money)],
                Organisations = [.. Shuffled(random, project.Organisations)],
                Extras = [.. Shuffled(random, project.Extras)],
                LastUpdated = DateTimeOffset.UnixEpoch,
            };
            return Differences.Between(project, shuffled).IsEmpty;
        });

    [Fact]
    public void Every_difference_is_told_and_tells_two_different_things() =>
        Gen.Select(Any, Any).Sample(static (from, to) =>
        {
            var there = Differences.Between(from, to);
            var back = Differences.Between(to, from);
            Assert.Equal(Told(from) == Told(to), there.IsEmpty);
            Assert.Equal(there.Select(static change => change.Field), back.Select(static change => change.Field));
            Assert.All(there, static change => Assert.NotEqual(change.From, change.To));
            Assert.All(there, static change => Assert.False(change.From is null && change.To is null));
        });

    [Fact]
    public void Canonical_form_is_reached_in_one_step() =>
        Any.Sample(static project => Told(Canonical.Of(project)) == Told(project));

    [Fact]
    public void A_short_list_is_shown_as_a_whole()
    {
        var before = Plain with { Places = [new PlaceShare(Place("AF-KAN"), "Kandahar", 60), new PlaceShare(Place("AF-HIL"), "Hilmand", 40.0m)] };
        var to = before with { Places = [new PlaceShare(Place("AF-KAN"), "Kandahar"), new PlaceShare(null, "the north", Name: "Badakhshan")] };
        Assert.Equal([new FieldChange("places", "AF-HIL 40%, AF-KAN 60%", "the north (Badakhshan), AF-KAN")], Differences.Between(before, to));
    }

    [Fact]
    public void Money_shows_what_went_and_what_came()
    {
        var kept = new MoneyLine(MoneyKind.Budget, 5, "EUR");
        var before = Plain with { Money = [kept, new MoneyLine(MoneyKind.Budget, 1000.50m, "USD", null, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31))] };
        var to = Plain with { Money = [new MoneyLine(MoneyKind.Budget, 1200m, "USD", null, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), Revised: true), kept] };
        Assert.Equal(
            [new FieldChange("money", "budget 1000.5 USD 2024-01-01 to 2024-12-31", "budget 1200 USD 2024-01-01 to 2024-12-31, revised")],
            Differences.Between(before, to));
    }

    [Fact]
    public void A_long_list_shows_how_many_more_there_are()
    {
        var to = Plain with { Organisations = [.. Enumerable.Range(0, 100).Select(static number => new Participation(OrganisationRole.Funding, new OrganisationName($"Sample donor number {number:000}")))] };
        var change = Assert.Single(Differences.Between(Plain, to));
        Assert.Null(change.From);
        Assert.InRange(change.To!.Length, 400, FieldWords.Longest);
        Assert.Matches(" and [0-9]+ more$", change.To);
    }

    [Fact]
    public void A_long_text_is_shown_where_it_begins_to_differ()
    {
        var same = string.Concat(Enumerable.Repeat("word ", 300));
        var before = Plain with { Descriptions = [new Description(1, [new Narrative(same + "before" + same)])] };
        var to = Plain with { Descriptions = [new Description(1, [new Narrative(same + "after" + same)])] };
        var change = Assert.Single(Differences.Between(before, to));
        Assert.Equal("descriptions", change.Field);
        Assert.Contains("before", change.From, StringComparison.Ordinal);
        Assert.Contains("after", change.To, StringComparison.Ordinal);
        Assert.All((string[])[change.From!, change.To!], static side => Assert.InRange(side.Length, 1, FieldWords.Longest));
    }

    [Fact]
    public void Text_is_never_cut_inside_a_character()
    {
        var change = Assert.Single(Differences.Between(Plain, Plain with { Titles = [new Narrative("x" + string.Concat(Enumerable.Repeat("\U0001F6A7", 400)))] }));
        Assert.All(change.To!.EnumerateRunes(), static rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));
        Assert.InRange(change.To!.Length, 400, FieldWords.Longest);
    }

    [Fact]
    public void Dates_status_and_languages_have_fields_of_their_own()
    {
        var to = Plain with
        {
            Titles = [Plain.Titles[0], new Narrative("Postes", "fr")],
            Status = ActivityStatus.Closed,
            Dates = new ProjectDates(PlannedEnd: new DateOnly(2026, 5, 4)),
            ReportingOrganisation = new OrganisationName("Agency", "XX-1", 40),
        };
        Assert.Equal(
            [
                new FieldChange("titles", null, "Postes (fr)"),
                new FieldChange("status", null, "closed"),
                new FieldChange("dates.plannedEnd", null, "2026-05-04"),
                new FieldChange("reportingOrganisation", null, "Agency [XX-1] type 40"),
            ],
            Differences.Between(Plain, to));
    }

    [Fact]
    public void The_same_words_in_another_language_or_of_another_kind_are_shown_as_such()
    {
        var text = new string('x', 900);
        var before = Plain with { Descriptions = [new Description(1, [new Narrative(text, "en")])] };
        var change = Assert.Single(Differences.Between(before, Plain with { Descriptions = [new Description(1, [new Narrative(text)])] }));
        Assert.StartsWith("type 1, en: xxx", change.From, StringComparison.Ordinal);
        Assert.StartsWith("type 1, no language: xxx", change.To, StringComparison.Ordinal);
        Assert.All((string?[])[change.From, change.To], side => Assert.InRange(side!.Length, 1, FieldWords.Longest));
        var other = Assert.Single(Differences.Between(before, Plain with { Descriptions = [new Description(2, [new Narrative(text, "en")])] }));
        Assert.StartsWith("type 2, en:", other.To, StringComparison.Ordinal);
    }

    public static TheoryData<string, Project, Project> Lookalikes()
    {
        var prefix = new string('x', 2_000);
        var (one, other) = (new Narrative("one"), new Narrative("other"));
        return new()
        {
            { "title", Plain with { Titles = [new Narrative("Posts (en)")] }, Plain with { Titles = [new Narrative("Posts", "en")] } },
            { "titles", Plain with { Titles = [one, new Narrative("Posts (en)")] }, Plain with { Titles = [one, new Narrative("Posts", "en")] } },
            { "titles", Plain with { Titles = [one, new Narrative(prefix + "a")] }, Plain with { Titles = [one, new Narrative(prefix + "b")] } },
            { "descriptions", Plain with { Descriptions = [new(1, [one]), new(1, [other])] }, Plain with { Descriptions = [new(1, [one, other])] } },
            { "descriptions", Plain with { Descriptions = [new(1, [one]), new(1, [other])] }, Plain with { Descriptions = [new(2, [one]), new(2, [other])] } },
            { "descriptions", Plain with { Descriptions = [new(1, [new(prefix + "a"), one])] }, Plain with { Descriptions = [new(1, [new(prefix + "b"), other])] } },
            { "reportingOrganisation", Plain with { ReportingOrganisation = new("A [B]") }, Plain with { ReportingOrganisation = new("A", "B") } },
            { "reportingOrganisation", Plain with { ReportingOrganisation = new("A type 10") }, Plain with { ReportingOrganisation = new("A", null, 10) } },
            { "organisations", Plain with { Organisations = [new(OrganisationRole.Funding, new("A", "A"))] }, Plain with { Organisations = [new(OrganisationRole.Funding, new("A [A]"))] } },
            { "organisations", Plain with { Organisations = [new(OrganisationRole.Funding, new("", "A"))] }, Plain with { Organisations = [new(OrganisationRole.Funding, new("A"))] } },
            { "places", Plain with { Places = [new(null, "998", null, null, "Crisis Response Unit")] }, Plain with { Places = [new(null, "998", null, 998, "Crisis Response Unit")] } },
            { "places", Plain with { Places = [new(Place("AF"), "AF")] }, Plain with { Places = [new(null, "AF")] } },
            { "sectors", Plain with { Sectors = [new("99", "a")] }, Plain with { Sectors = [new("1", "99:a")] } },
            { "themes", Plain with { Themes = [new("precursors", "x")] }, Plain with { Themes = [new(null, "precursors")] } },
            { "money", Plain with { Money = [new(MoneyKind.Budget, 1, null)] }, Plain with { Money = [new(MoneyKind.Budget, 1, "(no currency)")] } },
            { "otherIdentifiers", Plain with { OtherIdentifiers = [new("A1 x")] }, Plain with { OtherIdentifiers = [new("x", "A1")] } },
            { "extras", Plain with { Extras = [new("a: b", "c")] }, Plain with { Extras = [new("a", "b: c")] } },
            { "extras", Plain with { Extras = [new("a", prefix + "a")] }, Plain with { Extras = [new("a", prefix + "b")] } },
        };
    }

    [Theory, MemberData(nameof(Lookalikes), DisableDiscoveryEnumeration = true)]
    public void What_looks_alike_in_short_words_is_told_apart(string field, Project from, Project to)
    {
        var change = Assert.Single(Differences.Between(from, to));
        Assert.Equal(field, change.Field);
        Assert.NotEqual(change.From, change.To);
        Assert.All((string?[])[change.From, change.To], static side => Assert.InRange(side!.Length, 1, FieldWords.Longest));
    }

    [Fact]
    public void A_region_that_is_known_as_one_and_a_number_that_is_not_are_shown_member_by_member() =>
        Assert.Equal(
            [new FieldChange("places", "asWritten \"998\", name \"Crisis Response Unit\"", "asWritten \"998\", region \"998\", name \"Crisis Response Unit\"")],
            Differences.Between(
                Plain with { Places = [new(null, "998", null, null, "Crisis Response Unit"), new(Place("AF"), "AF")] },
                Plain with { Places = [new(null, "998", null, 998, "Crisis Response Unit"), new(Place("AF"), "AF")] }));

    /// <summary>Everything in the canonical form, as text.</summary>
    private static string Told(Project project)
    {
        var form = Canonical.Of(project);
        return string.Join('\n', [
            form.Reference.AsWritten, $"{form.Status}", $"{form.Dates}", $"{form.ReportingOrganisation}", $"{form.Website}", $"{form.Hierarchy}", $"{form.LastUpdated}",
            .. form.Titles.Select(static each => $"{each}"),
            .. form.Descriptions.Select(static each => $"{each.Type} {string.Join('|', each.Narratives)}"),
            .. form.Organisations.Select(static each => $"{each}"),
            .. form.Places.Select(static each => $"{each}"),
            .. form.Sectors.Select(static each => $"{each}"),
            .. form.Themes.Select(static each => $"{each}"),
            .. form.Papers,
            .. form.Money.Select(static each => $"{each}"),
            .. form.Related.Select(static each => $"{each}"),
            .. form.OtherIdentifiers.Select(static each => $"{each}"),
            .. form.Extras.Select(static each => $"{each}")]);
    }

    private static T[] Shuffled<T>(Random random, IEnumerable<T> items)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }
}
