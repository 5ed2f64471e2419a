namespace ParisPact.Domain.Intake.Tables;

/// <summary>A partner's own names of columns, which go before all others.</summary>
internal sealed class PartnerHeaders
{
    private readonly Dictionary<string, ColumnMeaning> _meanings = new(StringComparer.Ordinal);

    public PartnerHeaders(IReadOnlyDictionary<string, string> mapping)
    {
        foreach (var (header, field) in mapping)
        {
            var meaning = field.Trim() is "" or "-" ? new ColumnMeaning(TableField.Kept) : HeaderNames.Find(field);
            if (meaning is null) Unknown.Add((header, field));
            else _meanings[HeaderNames.Key(header)] = meaning with { Rank = 0 };
        }
    }

    /// <summary>Entries whose field is no name that is understood.</summary>
    public List<(string Header, string Field)> Unknown { get; } = [];

    public ColumnMeaning? Find(string header) =>
        _meanings.Count > 0 && header.Length > 0 ? _meanings.GetValueOrDefault(HeaderNames.Key(header)) : null;
}
