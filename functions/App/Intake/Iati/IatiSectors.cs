using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Reads the sectors of one activity.</summary>
internal sealed class IatiSectors(ProblemList problems)
{
    private readonly List<SectorShare> _shares = [];
    private readonly List<StatedShare> _stated = [];
    private readonly SharesByMoney<(string Vocabulary, string Code)> _byTransaction = new();

    public bool Any => _stated.Count > 0;

    public void Take(IatiElement sector)
    {
        var code = Code(sector);
        var vocabulary = Vocabulary(sector, code);
        var percentage = Percentages.Of(sector, problems);
        _stated.Add(new StatedShare(sector, vocabulary, percentage.Stated));
        if (code is null)
        {
            problems.Add(sector.Warn("iati.sector-code-missing", "The sector has no code and no name, and is left out."));
            return;
        }

        _shares.Add(new SectorShare(vocabulary, code, percentage.Kept, IatiText.NameOrNull(sector)));
        CheckDac(sector, vocabulary, code);
    }

    /// <summary>Keeps the sectors of a transaction, for the case that the activity names none.</summary>
    /// <returns>True where there is one.</returns>
    public bool TakeTransaction(IatiElement transaction, MoneyLine? line)
    {
        var any = false;
        foreach (var sector in transaction.All("sector"))
        {
            any = true;
            if (Code(sector) is not { } code) continue;
            var vocabulary = Vocabulary(sector, code);
            if (_byTransaction.Add((vocabulary, code), IatiText.NameOrNull(sector), line)) CheckDac(sector, vocabulary, code);
        }

        return any;
    }

    /// <summary>The activity's sectors, else those of its transactions by vocabulary.</summary>
    public ImmutableArray<SectorShare> Finish(ExtrasDraft extras)
    {
        problems.Add(ShareRules.Sectors(_stated));
        if (Any || _byTransaction.IsEmpty) return [.. _shares];
        extras.Add("sectors", SharesByMoney<(string, string)>.Mark);
        return [.. _byTransaction.Keys.GroupBy(key => key.Vocabulary)
            .SelectMany(group => _byTransaction.Of(group.ToList()))
            .Select(share => new SectorShare(share.Key.Vocabulary, share.Key.Code, share.Percentage, share.Name))];
    }

    /// <summary>Version 1.0 had the code in <c>ref</c>; a sector with a name alone is kept by it.</summary>
    private static string? Code(IatiElement sector) => sector.Trimmed("code") ?? sector.Trimmed("ref") ?? IatiText.NameOrNull(sector);

    private static string Vocabulary(IatiElement sector, string? code) =>
        sector.Trimmed("vocabulary") is { } written ? IatiCodes.SectorVocabulary(written)
        : code is { Length: 3 } && Sectors.OfCode(code) is { Vocabulary: 2 } ? "2" : "1";

    private void CheckDac(IatiElement sector, string vocabulary, string code)
    {
        if (vocabulary is not ("1" or "2")) return;
        if (Sectors.OfCode(code) is { } known && known.Vocabulary.ToString(System.Globalization.CultureInfo.InvariantCulture) == vocabulary) return;
        // 31100 is how some write the category 311 in five digits.
        if (vocabulary == "1" && code is [_, _, _, '0', '0'] && Sectors.OfCode(code[..3]) is { } category)
        {
            problems.Add(sector.WarnOf("code", "sector.unknown", $"The OECD DAC has no purpose code {Quote.Of(code)}; it is kept as written.", $"Did you mean category {category.Code} {category.Name}, of vocabulary 2?"));
            return;
        }

        var match = Sectors.Find(IatiText.NameOrNull(sector) ?? code);
        problems.Add(sector.WarnOf("code", "sector.unknown", $"The OECD DAC has no {(vocabulary == "1" ? "purpose" : "category")} code {Quote.Of(code)}; it is kept as written.",
            match.TryGet(out var meant) ? $"Did you mean {meant.Code} {meant.Name}?" : match.DidYouMean is { } near ? $"Did you mean {near}?" : null));
    }
}
