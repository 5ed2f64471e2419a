using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Duplicates.Reports;

/// <summary>A night's report on invented projects of invented partners.</summary>
internal static class SampleReport
{
    public static readonly DateOnly Night = new(2026, 11, 24);

    public static readonly ProjectCard Donor = Card("norland", "Norland Development Agency (sample)", "NO-SAMPLE-0417", ["Alternative development in Kandahar, phase II (sample)"]) with
    {
        Description = "Sample entry. Supports 1,200 farming households in three districts of Kandahar in growing saffron and pomegranates in place of opium poppy.",
        Status = "Implementation",
        Start = new DateOnly(2026, 1, 1),
        End = new DateOnly(2028, 12, 31),
        Organisations = [("Funding", "Norland Development Agency (sample)"), ("Implementing", "United Sample Office on Drugs")],
        Places = ["Kandahar, Afghanistan (60%)", "Helmand, Afghanistan (40%)"],
        Sectors = ["Alternative development", "Agricultural development"],
        Countries = ["AF"],
        Themes = ["alternative-development"],
        Usd = 972_000m,
        Amounts = ["EUR 900,000"],
        Identifiers = ["XM-SAMPLE-K42"],
        Website = "https://norland.example/projects/0417",
    };

    public static readonly ProjectCard Agency = Card("sample-office", "United Sample Office on Drugs", "XM-SAMPLE-K42", ["AFG/K42: Alternative Development in Kandahar – Phase II (sample)", "Développement alternatif à Kandahar, phase II (échantillon)"]) with
    {
        Status = "Implementation",
        Start = new DateOnly(2026, 1, 1),
        End = new DateOnly(2028, 6, 30),
        Organisations = [("Funding", "Norland Development Agency (sample)"), ("Funding", "Southland Ministry of Foreign Affairs (sample)"), ("Implementing", "United Sample Office on Drugs")],
        Places = ["Kandahar, Afghanistan"],
        Sectors = ["Alternative development"],
        Countries = ["AF"],
        Themes = ["alternative-development"],
        Usd = 1_850_000m,
        Amounts = ["USD 1,850,000"],
    };

    public static readonly ProjectCard CoFunder = Card("southland", "Southland Ministry of Foreign Affairs (sample)", "SL-2025-77", ["بدیل معیشت در کندهار (نمونه)", "Alternative livelihoods in Kandahar (sample)"]) with
    {
        Status = "Implementation",
        Start = new DateOnly(2026, 3, 1),
        Organisations = [("Funding", "Southland Ministry of Foreign Affairs (sample)"), ("Implementing", "USOD")],
        Places = ["Kandahar, Afghanistan"],
        Sectors = ["Alternative development"],
        Countries = ["AF"],
        Themes = ["alternative-development"],
        Usd = 880_000m,
        Amounts = ["USD 880,000"],
    };

    public static readonly ProjectCard Border = Card("norland", "Norland Development Agency (sample)", "NO-SAMPLE-0502", ["Border liaison offices along the Panj (sample)"]) with
    {
        Status = "Pipeline/identification",
        Start = new DateOnly(2026, 9, 1),
        End = new DateOnly(2027, 8, 31),
        Organisations = [("Funding", "Norland Development Agency (sample)")],
        Places = ["Khatlon, Tajikistan", "Badakhshan, Afghanistan"],
        Sectors = ["Border management"],
        Countries = ["AF", "TJ"],
        Themes = ["border-management"],
        Usd = 400_000m,
        Amounts = ["USD 400,000"],
    };

    public static readonly ProjectCard Training = Card("eastland", "Eastland Border Guard Academy (sample)", "EL/11", ["Подготовка пограничников в Хатлоне (образец)"]) with
    {
        Status = "Implementation",
        Start = new DateOnly(2026, 6, 1),
        End = new DateOnly(2027, 12, 31),
        Organisations = [("Implementing", "Eastland Border Guard Academy (sample)")],
        Places = ["Khatlon, Tajikistan"],
        Sectors = ["Border management", "Training"],
        Countries = ["TJ"],
        Themes = ["border-management"],
        Amounts = ["RUB 12,000,000"],
    };

    public static readonly ProjectCard PhaseOne = Card("norland", "Norland Development Agency (sample)", "NO-SAMPLE-0212", ["Alternative development in Kandahar, phase I (sample)"]) with
    {
        Status = "Closed",
        Start = new DateOnly(2022, 1, 1),
        End = new DateOnly(2025, 12, 31),
        Organisations = [("Funding", "Norland Development Agency (sample)"), ("Implementing", "United Sample Office on Drugs")],
        Places = ["Kandahar, Afghanistan"],
        Sectors = ["Alternative development"],
        Countries = ["AF"],
        Themes = ["alternative-development"],
        Usd = 700_000m,
        Amounts = ["EUR 640,000"],
    };

    private static readonly ImmutableArray<Reason> Same =
    [
        new("title", "share 60 % to 75 % of their words", 6.2),
        new("implementing organisation", "are the same", 4.1),
        new("funding organisation", "are the same", 2.7),
        new("place", "are the same", 1.9),
        new("start date", "are the same", 3.3),
        new("budget", "differ by more than a third", -1.4),
        new("identifier", "one names the reference of the other", 7.5),
    ];

    public static DuplicateReport Whole { get; } = new(
        Night,
        Night.AddDays(-1),
        new RunFigures(4_318, 57, Full: false, "2026-11-01", ["A block of 12,040 projects with the title “Technical assistance” was too large; only its first 5,000 were compared with each other (sample)."]),
        [
            Pair(PairKind.Same, Donor, Agency, PairState.New, Same, prior: -12.4),
            Pair(PairKind.Same, Agency, CoFunder, PairState.Reopened, Same[1..5], prior: -9.1) with
            {
                FoundOn = Night.AddDays(-40),
                Changes = ["The start of SL-2025-77 was 1 January 2025 and is 1 March 2026.", "SL-2025-77 names an implementing organisation now: USOD."],
                Decision = new Decision(PairKind.Unrelated, "Other districts, other years.", "A. Sample, coordinator", new DateTimeOffset(2026, 10, 20, 9, 30, 0, TimeSpan.Zero)),
            },
            Pair(PairKind.Overlap, Border, Training, PairState.New, [new("place", "are the same", 2.2), new("theme", "are the same", 1.8), new("period", "overlap", 1.1)], prior: 0) with
            {
                People = [new Contact("N. Sample", Role.Partner, "Norland Development Agency (sample)", "n.sample@norland.example"), new Contact("E. Sample", Role.FocalPoint, "Eastland Border Guard Academy (sample)", null)],
                AssignedTo = "C. Sample",
            },
            Pair(PairKind.Same, Donor, CoFunder, PairState.Open, [new("title", "share 30 % to 45 % of their words", 2.9), new("place", "are the same", 1.9), new("organisation", "are names of one organisation", 5.5), new("start date", "are in one year", 0.9), new("end date", "are in one year", 0.04)], prior: -8.8) with { FoundOn = Night.AddDays(-9) },
            Pair(PairKind.Related, PhaseOne, Donor, PairState.Decided, [new("title", "share over 90 % of their words", 8.8), new("series", "name different phases, numbers or years", 3.1), new("period", "follow one another", 2.4)], prior: -7) with
            {
                FoundOn = Night.AddDays(-3),
                Decision = new Decision(PairKind.Related, "", "A. Sample, coordinator", new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero)),
            },
        ],
        [
            new GroupEntry(
                [Agency.Identity, Donor.Identity, CoFunder.Identity],
                "United Sample Office on Drugs implements it and says most of it.",
                [PairId.Of(Donor.Identity.ToString(), Agency.Identity.ToString()), PairId.Of(Agency.Identity.ToString(), CoFunder.Identity.ToString()), PairId.Of(Donor.Identity.ToString(), CoFunder.Identity.ToString())],
                Confirmed: false,
                "Somebody said on 20 October 2026 that XM-SAMPLE-K42 and SL-2025-77 are unrelated."),
        ],
        DecidedBefore: 118);

    public static DuplicateReport Empty(int projects) => new(Night, null, new RunFigures(projects, projects, Full: true, "2026-11-24", []), [], [], 0);

    /// <summary>A register of which so many pairs are made, without end in sight.</summary>
    public static DuplicateReport Of(int pairs, Func<int, PairEntry> pair, int groups = 0) => Whole with
    {
        Pairs = [.. Enumerable.Range(0, pairs).Select(pair)],
        Groups = [.. Enumerable.Range(0, groups).Select(at => Whole.Groups[0] with { Pairs = [PairId.Of(Donor.Identity.ToString(), Identity("norland", $"N-{at}").ToString())] })],
    };

    public static PairEntry Pair(PairKind kind, ProjectCard left, ProjectCard right, PairState state, ImmutableArray<Reason> reasons, double prior)
    {
        if (ProjectIdentity.Compare(left.Identity, right.Identity) > 0) (left, right) = (right, left);
        return new PairEntry(PairId.Of(left.Identity.ToString(), right.Identity.ToString()), kind, prior + reasons.Sum(reason => reason.Bits), prior, reasons, left, right, state, Night, [], null, null, []);
    }

    /// <summary>One of many that are alike.</summary>
    public static PairEntry Numbered(int number, PairKind kind = PairKind.Same, PairState state = PairState.New) => Pair(
        kind,
        Donor with { Identity = Identity("norland", $"N-{number}"), Reference = $"N-{number}" },
        Agency with { Identity = Identity("sample-office", $"S-{number}"), Reference = $"S-{number}" },
        state,
        Same,
        -12.4);

    public static ProjectCard Card(string partner, string name, string reference, ImmutableArray<string> titles) =>
        new(Identity(partner, reference), name, reference, titles, null, null, null, null, [], [], [], [], [], null, [], [], null, 1);

    public static ProjectIdentity Identity(string partner, string reference) => new(PartnerId.Parse(partner), ProjectReference.From(reference)!.Id);
}
