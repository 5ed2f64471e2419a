using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_pairs_are_shared_out
{
    private static readonly Person Coordinator = new("C. Sample", Role.Coordinator, "c@sample.example", [], [], "id-1");

    [Theory]
    [InlineData("AF", "", true)]
    [InlineData("AF", "IR", true)]
    [InlineData("TJ", "IR", false)]
    [InlineData("", "", true)]
    [InlineData("", "IR", false)]
    [InlineData("", "AF", true)]
    public void They_go_by_the_persons_countries_else_the_partners_else_to_all(string own, string partners, bool theirs) =>
        Assert.Equal(theirs, CoordinatorShare.IsTheirs(Sample.Pair(left: ["AF"], right: ["PK"]), Partner(partners), Coordinator with { Countries = Codes(own) }));

    [Fact]
    public void They_go_by_the_persons_themes_where_there_are_any()
    {
        var pair = Sample.Pair(left: ["AF"], themes: ["precursors"]);
        Assert.True(CoordinatorShare.IsTheirs(pair, Partner(""), Coordinator with { Themes = ["precursors"] }));
        Assert.False(CoordinatorShare.IsTheirs(pair, Partner(""), Coordinator with { Themes = ["border-management"] }));
        Assert.False(CoordinatorShare.IsTheirs(pair, Partner(""), Coordinator with { Themes = ["precursors"], Countries = ["TJ"] }));
    }

    [Theory]
    [InlineData("c. sample")]
    [InlineData("C@sample.example")]
    [InlineData("id-1")]
    public void What_is_assigned_to_somebody_is_theirs_wherever_it_is(string assigned) =>
        Assert.True(CoordinatorShare.IsTheirs(Sample.Pair(left: ["AF"]) with { AssignedTo = assigned }, Partner("IR"), Coordinator));

    [Fact]
    public void Groups_go_with_their_pairs()
    {
        var report = Sample.Report(Sample.Pair(left: ["AF"], id: "a"), Sample.Pair(left: ["TJ"], id: "b")) with { Groups = [Group("a"), Group("b")] };
        var theirs = CoordinatorShare.Of(report, Partner("TJ"), Coordinator);
        Assert.Equal(["b"], theirs.Pairs.Select(pair => pair.Id));
        Assert.Equal(["b"], theirs.Groups.SelectMany(group => group.Pairs));
    }

    [Theory]
    [InlineData(Role.Coordinator, null, DuplicateMail.WhenNew)]
    [InlineData(Role.Coordinator, DuplicateMail.Weekly, DuplicateMail.Weekly)]
    [InlineData(Role.Secretariat, null, DuplicateMail.Never)]
    [InlineData(Role.Secretariat, DuplicateMail.Always, DuplicateMail.Always)]
    [InlineData(Role.FocalPoint, DuplicateMail.Always, DuplicateMail.Never)]
    public void Coordinators_are_told_and_the_secretariat_if_it_says_so(Role role, DuplicateMail? said, DuplicateMail choice)
    {
        Assert.Equal(choice, CoordinatorShare.ChoiceOf(Coordinator with { Role = role, Duplicates = said }));
        Assert.Equal(DuplicateMail.Never, CoordinatorShare.ChoiceOf(Coordinator with { Role = role, Duplicates = said, Mail = null }));
    }

    [Theory]
    [InlineData(DuplicateMail.Always, 0, true, true, true)]
    [InlineData(DuplicateMail.WhenNew, 0, true, false, false)]
    [InlineData(DuplicateMail.Weekly, 0, true, true, false)]
    [InlineData(DuplicateMail.Weekly, 1, false, false, false)]
    [InlineData(DuplicateMail.Never, 0, false, false, false)]
    public void A_mail_is_due_as_they_chose(DuplicateMail choice, int daysAfterMonday, bool withNew, bool withOpen, bool withDecided)
    {
        var states = new[] { (PairState.New, withNew), (PairState.Reopened, withNew), (PairState.Open, withOpen), (PairState.Decided, withDecided) };
        Assert.All(states, state => Assert.Equal(state.Item2, CoordinatorShare.IsDue(choice, Sample.Report(Sample.Pair(state.Item1)) with { Date = Sample.Night.AddDays(daysAfterMonday) })));
    }

    [Fact]
    public void A_digest_tells_of_the_whole_week_and_counts_what_is_older()
    {
        var report = Sample.Report(Sample.Pair(left: ["AF"]), Sample.Pair(PairState.Open, left: ["TJ"]) with { FoundOn = Sample.Night.AddDays(-6) }, Sample.Pair(PairState.Open, left: ["IR"]) with { FoundOn = Sample.Night.AddDays(-7) });
        var letter = CoordinatorLetter.Of(report, Partner(""), Coordinator with { Duplicates = DuplicateMail.Weekly })!;
        Assert.Equal((2, 1), (letter.Fresh.Length, letter.Open.Length));
        Assert.Equal("This week: 2 new possible duplicates in Afghanistan and Tajikistan, 23 November 2026", letter.Subject);
        Assert.Equal("2 new possible duplicates in Afghanistan and Tajikistan in the last seven days. 1 pair is still open from before.", letter.Sentence);
    }

    [Fact]
    public void A_subject_names_their_countries_and_no_long_list_of_them()
    {
        var report = Sample.Report(Sample.Pair(left: ["AF", "PK"]), Sample.Pair(kind: PairKind.Overlap, left: ["AF"], right: ["IR", "TJ"]));
        Assert.Equal("1 new possible duplicate and 1 overlap in 4 countries, 23 November 2026", CoordinatorLetter.Of(report, Partner(""), Coordinator)!.Subject);
        Assert.Equal("1 new possible duplicate and 1 overlap in Afghanistan, 23 November 2026", CoordinatorLetter.Of(report, Partner("AF"), Coordinator)!.Subject);
        Assert.Equal("1 pair open again in Afghanistan, 23 November 2026", CoordinatorLetter.Of(Sample.Report(Sample.Pair(PairState.Reopened, left: ["AF"])), Partner("AF"), Coordinator)!.Subject);
    }

    private static GroupEntry Group(string pair) => new([new ProjectIdentity(PartnerId.Parse("norland"), "QQ"), new ProjectIdentity(PartnerId.Parse("norland"), "QR")], "Sample.", [pair], false, null);

    private static Partner Partner(string countries) => new(PartnerId.Parse("sample-office"), "Sample Office", PartnerKind.Organisation, Codes(countries), []);

    private static ImmutableArray<string> Codes(string countries) => [.. countries.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
