using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>One record that others are compared with.</summary>
/// <param name="Key">Tells it from all others; the order of records is the ordinal order of their keys.</param>
/// <param name="Source">Who reports it; empty where that is not known. One who reports two records seldom means one project.</param>
/// <param name="Values">In the order of the fields; a field may have no value, one or several, such as titles in several languages. Fields that are left out at the end have none.</param>
public sealed record MatchRecord(string Key, string Source, ImmutableArray<ImmutableArray<string>> Values)
{
    /// <summary>The values of a field, by its place; none where the record does not reach so far.</summary>
    public ImmutableArray<string> Of(int field) => !Values.IsDefault && field < Values.Length && !Values[field].IsDefault ? Values[field] : [];

    /// <summary>Whether both say the very same, of themselves and of who reports them.</summary>
    public bool SaysTheSame(MatchRecord other)
    {
        if (Source != other.Source) return false;
        for (var field = 0; field < Math.Max(Values.IsDefault ? 0 : Values.Length, other.Values.IsDefault ? 0 : other.Values.Length); field++)
            if (!Of(field).AsSpan().SequenceEqual(other.Of(field).AsSpan())) return false;
        return true;
    }
}
