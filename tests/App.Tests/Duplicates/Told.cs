using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Tests.Projects;

namespace ParisPact.Tests.Duplicates;

/// <summary>Projects as partners tell them.</summary>
internal static class Told
{
    public static readonly PartnerId Donor = PartnerId.Parse("donor");

    public static readonly PartnerId Agency = PartnerId.Parse("agency");

    public static readonly PartnerId Third = PartnerId.Parse("third");

    public static Project OnceByDonor => Project(Donor, "D-1", "Laboratory for opium profiling in Kandahar province", "Equips the forensic laboratory and trains twelve chemists in profiling.", "AF-KAN", new(2026, 2, 1), new(2028, 1, 31), 1_234_500);

    /// <summary>The same project; it names the donor's reference.</summary>
    public static Project AgainByAgency => OnceByDonor with { Partner = Agency, Reference = TestRegister.Reference("AG/77"), OtherIdentifiers = [new("D-1", "A3")] };

    /// <summary>Something else of the same theme, in the same province at the same time.</summary>
    public static Project Beside => Project(Third, "T-9", "Mobile customs patrols on desert roads", "Vehicles and radios for patrols along the southern roads.", "AF-KAN", new(2026, 6, 1), new(2028, 12, 31), 400_000);

    /// <summary>Nothing like the others.</summary>
    public static Project[] Elsewhere =>
    [
        Project(Donor, "D-2", "Methadone treatment in prisons of Dushanbe", "Opioid substitution in four prisons.", "TJ-DU", new(2025, 1, 1), new(2027, 6, 30), 310_000) with { Themes = [new("drug-treatment", "drug treatment")] },
        Project(Agency, "AG/78", "School families skills programme", "Teachers learn a prevention curriculum.", "KZ-71", new(2026, 9, 1), new(2029, 8, 31), 95_000),
        Project(Third, "T-10", "Precursor chemicals control at the Caspian port", "Container checks for acetic anhydride.", "TM-B", new(2024, 3, 1), new(2027, 2, 28), 770_000),
    ];

    public static Project Project(PartnerId partner, string reference, string title, string description, string place, DateOnly start, DateOnly end, decimal usd) => new()
    {
        Partner = partner,
        Reference = TestRegister.Reference(reference),
        Titles = [new Narrative(title)],
        Descriptions = [new Description(1, [new Narrative(description)])],
        Dates = new ProjectDates(PlannedStart: start, PlannedEnd: end),
        Places = [new PlaceShare(PlaceCode.Parse(place), place)],
        Sectors = [new SectorShare("1", "16063")],
        Themes = [new ThemeShare(Themes.All[0].Id, Themes.All[0].Id)],
        Money = [new MoneyLine(MoneyKind.Budget, usd, "USD", start, start, end)],
    };
}
