using System.Collections.Immutable;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the cells that name organisations.</summary>
public static class OrganisationCells
{
    /// <summary>What stands for a reference or a type that is left out on purpose, and must not be found by the name.</summary>
    public const string NotStated = "not stated";

    /// <param name="country">The project's, where it has one: it settles names such as Ministry of Interior.</param>
    /// <param name="ambiguous">True where a name means several organisations, so that a country may settle it.</param>
    internal static CellReading<Participation> Read(OrganisationColumns columns, OrganisationTexts cells, PlaceCode? country, out bool ambiguous)
    {
        ambiguous = false;
        var faults = new List<CellFault>();
        var names = Names(cells.Name, out var parts);
        var codes = cells.Code.Length == 0 ? [] : names.Length <= 1 && !cells.Code.Contains(';', StringComparison.Ordinal) ? [cells.Code] : ShareList.SplitParallel(cells.Code);
        var types = cells.Type.Length == 0 ? [] : ShareList.SplitParallel(cells.Type);
        var role = Role(columns, cells, faults);
        var count = names.Length > 0 ? names.Length : codes.Length;
        if (codes.Length > 0 && codes.Length != count)
            faults.Add(new CellFault(columns.First, "organisation.references-count", $"There are {codes.Length} references for {count} organisations of “{columns.First.Name}”; none is used.", "Give one reference for each organisation, in the same order."));
        if (parts)
            faults.Add(new CellFault(columns.First, "organisation.percentage", $"The percentages or amounts in {CellFault.Quote(cells.Name)} are left out: the register keeps who takes part, and not with which part.", "Write how the money is divided into the description, where it matters."));
        var organisations = ImmutableArray.CreateBuilder<Participation>(count);
        for (var at = 0; at < count; at++)
        {
            var name = at < names.Length ? names[at] : "";
            var code = codes.Length == count && codes[at].Length > 0 ? codes[at] : null;
            var type = types.Length == count ? types[at] : types is [var only] ? only : "";
            organisations.Add(new Participation(role, One(columns, name, code, type, country, faults, ref ambiguous)));
        }

        return new CellReading<Participation>(organisations.ToImmutable(), [.. faults]);
    }

    private static OrganisationName One(OrganisationColumns columns, string name, string? code, string type, PlaceCode? country, List<CellFault> faults, ref bool ambiguous)
    {
        if (code == NotStated || type == NotStated)
        {
            var found = One(columns, name, code == NotStated ? null : code, type == NotStated ? "" : type, country, faults, ref ambiguous);
            return found with { Reference = code == NotStated ? null : found.Reference, Type = type == NotStated ? null : found.Type };
        }

        int? given = OrganisationTypes.Find(type).TryGet(out var read) ? (int)read : null;
        // Numbers alone are codes of some list, such as the DAC's of agencies: a name that is known says more.
        var match = code is not null && !code.All(char.IsAsciiDigit) ? Organisations.Find(code, name, country) : name.Length > 0 ? Organisations.Find(name, country) : Organisations.Find(code);
        ambiguous |= match is VocabularyMatch<Organisation>.Ambiguous;
        if (match.TryGet(out var known))
            return new OrganisationName(name, (code is null || code.All(char.IsAsciiDigit) ? known.Id : null) ?? code, given ?? (int)known.Type);
        if (code is null)
        {
            faults.Add(new CellFault(columns.First, "organisation.unknown", $"{CellFault.Quote(name)} is not in the list of organisations; it is kept as written.", SectorCells.Suggest(match.DidYouMean), Subject: name));
        }

        return new OrganisationName(name, code, given);
    }

    private static OrganisationRole Role(OrganisationColumns columns, OrganisationTexts cells, List<CellFault> faults)
    {
        if (cells.Role.Length > 0)
        {
            var match = OrganisationRoles.Find(cells.Role);
            if (match.TryGet(out var role)) return role;
            faults.Add(new CellFault(columns.RoleColumn!, "role.unknown", $"{CellFault.Quote(cells.Role)} is no role of an organisation; it is read as implementing.", SectorCells.Suggest(match.DidYouMean) ?? "Write Funding, Accountable, Extending or Implementing."));
        }

        return columns.Role ?? OrganisationRole.Implementing;
    }

    /// <param name="parts">True where percentages stand beside names.</param>
    private static ImmutableArray<string> Names(string text, out bool parts)
    {
        parts = false;
        if (text.Length == 0) return [];
        if (ShareList.IsQuoted(text) && ShareList.Split(text) is [var whole]) return [whole.Text];
        var shares = Bare(ShareList.Split(text));
        parts = shares.Any(share => share.Percentage is not null);
        if (shares.Length > 1) return [.. shares.Select(share => share.Text).Distinct()];
        if (!parts && IsKnown(text)) return [text];
        // Names of organisations have commas and slashes in them: a list is one only where every part is known, or has its part of the money.
        var pieces = Bare(ShareList.SplitAtCommas(text.Replace("/", " / ", StringComparison.Ordinal)));
        if (pieces.Length < 2 || !(pieces.All(piece => piece.Percentage is not null) || pieces.All(piece => IsKnown(piece.Text)))) return parts ? [shares[0].Text] : [text];
        parts = pieces.Any(piece => piece.Percentage is not null);
        return [.. pieces.Select(piece => piece.Text).Distinct()];
    }

    /// <summary>Names without the amounts that stand in brackets behind them, such as <c>Norway (300,000)</c>; an amount counts as a part of the whole, though not of which size.</summary>
    private static ImmutableArray<Share> Bare(ImmutableArray<Share> shares) => [.. shares.Select(share =>
        share.Text.LastIndexOf('(') is > 0 and var open && share.Text[^1] == ')' && IsAmount(share.Text.AsSpan(open + 1, share.Text.Length - open - 2)) ? new Share(share.Text[..open].TrimEnd(), 0) : share)];

    /// <summary>A bare year or number behind a name may belong to it.</summary>
    private static bool IsAmount(ReadOnlySpan<char> text) =>
        AmountCells.Read(text) is AmountCell.Sum sum && (sum.Currency is not null || sum.Multiple != 1 || Math.Abs(sum.Amount) >= 10_000 || text.ContainsAny(',', '.', ' '));

    private static bool IsKnown(string text) => Organisations.Find(text) is VocabularyMatch<Organisation>.Found;
}
