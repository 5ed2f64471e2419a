using System.Collections.Frozen;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// Codes of IATI that versions 1.0x spelled in words or letters and versions 2.0x in numbers.
/// Source: IATI codelists ActivityDateType, SectorVocabulary, TransactionType, RelatedActivityType, DescriptionType, OtherIdentifierType, and the changes of version 2.01.
/// </summary>
public static class IatiCodes
{
    private static readonly FrozenDictionary<string, int> DateTypes = new Dictionary<string, int>
    {
        ["1"] = 1,
        ["2"] = 2,
        ["3"] = 3,
        ["4"] = 4,
        ["start-planned"] = 1,
        ["start-actual"] = 2,
        ["end-planned"] = 3,
        ["end-actual"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> SectorVocabularies = new Dictionary<string, string>
    {
        ["DAC"] = "1",
        ["DAC-3"] = "2",
        ["COFOG"] = "3",
        ["NACE"] = "4",
        ["NTEE"] = "5",
        ["ADT"] = "6",
        ["RO2"] = "98",
        ["RO"] = "99",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> TransactionTypes = new Dictionary<string, string>
    {
        ["IF"] = "1",
        ["C"] = "2",
        ["D"] = "3",
        ["E"] = "4",
        ["IR"] = "5",
        ["LR"] = "6",
        ["R"] = "7",
        ["QP"] = "8",
        ["QS"] = "9",
        ["CG"] = "10",
        ["incoming funds"] = "1",
        ["commitment"] = "2",
        ["disbursement"] = "3",
        ["expenditure"] = "4",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OtherIdentifierTypes =
        FrozenSet.ToFrozenSet(["A1", "A2", "A3", "A9", "B1", "B9"], StringComparer.OrdinalIgnoreCase);

    /// <summary>1 planned start, 2 actual start, 3 planned end, 4 actual end; null where it is none of them.</summary>
    public static int? DateType(string? text) => text is not null && DateTypes.TryGetValue(text, out var type) ? type : null;

    /// <summary>The vocabulary by its code of version 2; the text itself where it is none that was renamed; <c>1</c> where the file names none.</summary>
    public static string SectorVocabulary(string? text) => text is null ? "1" : SectorVocabularies.GetValueOrDefault(text, text);

    /// <summary>The transaction type by its code of version 2; the text itself where it is none that was renamed.</summary>
    public static string TransactionType(string text) => TransactionTypes.GetValueOrDefault(text, text);

    public static MoneyKind KindOf(string? transactionType) => transactionType switch
    {
        "1" => MoneyKind.IncomingFunds,
        "2" => MoneyKind.Commitment,
        "3" => MoneyKind.Disbursement,
        "4" => MoneyKind.Expenditure,
        _ => MoneyKind.Other,
    };

    /// <summary>True for the thirteen types of version 2.03.</summary>
    public static bool IsTransactionType(string code) => IatiValues.Whole(code) is >= 1 and <= 13;

    public static bool IsOtherIdentifierType(string code) => OtherIdentifierTypes.Contains(code);
}
