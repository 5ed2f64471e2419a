using System.Runtime.InteropServices;
using System.Text;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// A compact projection as bytes: the same projects at the same position always give the same ones. Sums in US dollars are not in it, since
/// they follow from the rates; nor is anything that follows from the columns. Numbers are little-endian.
/// </summary>
internal static class SnapshotFormat
{
    private const string Begin = "paris-pact projection 1";

    private const string End = "end";

    /// <summary>Which build wrote a snapshot: another one may divide projects among values differently, and so makes its own.</summary>
    public static string Build { get; } = $"{typeof(FacetShares).Module.ModuleVersionId:N}{typeof(SnapshotFormat).Module.ModuleVersionId:N}";

    public static void Write(Stream stream, Projection projection)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Begin);
        writer.Write(Build);
        writer.Write(projection.Position);
        foreach (var facet in Enum.GetValues<Facet>()) Write(writer, projection.Values[facet]);
        Write(writer, projection.Values.Currencies);
        writer.Write(projection.Segments.Length);
        foreach (var view in projection.Segments) Write(writer, view.Segment);
        writer.Write(End);
    }

    /// <returns>Null where the bytes are another build's, or are not whole.</returns>
    public static Projection? Read(Stream stream, MonthlyRates rates, string ratesVersion)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadString() != Begin || reader.ReadString() != Build) return null;
            var position = reader.ReadInt64();
            var values = new ValueTables();
            foreach (var facet in Enum.GetValues<Facet>()) Read(reader, values[facet]);
            Read(reader, values.Currencies);
            var segments = new SegmentView[reader.ReadInt32()];
            for (var i = 0; i < segments.Length; i++) segments[i] = SegmentView.Whole(ReadSegment(reader, values, rates));
            return reader.ReadString() == End ? new Projection([.. segments], values, position, rates, ratesVersion) : null;
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or OverflowException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, ValueTable table)
    {
        var values = table.All;
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value.Key);
            writer.Write(value.Name is not null);
            if (value.Name is not null) writer.Write(value.Name);
        }
    }

    private static void Read(BinaryReader reader, ValueTable table)
    {
        var count = reader.ReadInt32();
        for (var number = 0; number < count; number++)
        {
            var key = reader.ReadString();
            if (table.Number(key, reader.ReadBoolean() ? reader.ReadString() : null) != number) throw new InvalidDataException("A value stands twice or before its parent.");
        }
    }

    private static void Write(BinaryWriter writer, Segment segment)
    {
        writer.Write(segment.Count);
        Write(writer, segment.Keys);
        Write(writer, segment.References);
        Write(writer, segment.Titles);
        Write<long>(writer, segment.ChangedAt);
        Write<int>(writer, segment.Versions);
        Write<int>(writer, segment.Days);
        Write<byte>(writer, segment.Flags);
        foreach (var facet in segment.Facets)
        {
            Write<int>(writer, facet.Starts);
            Write<int>(writer, facet.Values);
            Write<int>(writer, facet.Shares);
        }

        Write<int>(writer, segment.Money.Starts);
        Write<int>(writer, segment.Money.SpendingStarts);
        Write<int>(writer, segment.Money.Currencies);
        Write<int>(writer, segment.Money.Months);
        Write<decimal>(writer, segment.Money.Amounts);
        Write(writer, segment.Text.Words);
        Write<int>(writer, segment.Text.Starts);
        Write<byte>(writer, segment.Text.Rows);
    }

    private static Segment ReadSegment(BinaryReader reader, ValueTables values, MonthlyRates rates)
    {
        var count = reader.ReadInt32();
        var keys = ReadTexts(reader);
        var (references, titles) = (ReadTexts(reader), ReadTexts(reader));
        var (changedAt, versions, days, flags) = (Read<long>(reader), Read<int>(reader), Read<int>(reader), Read<byte>(reader));
        var facets = new FacetColumn[ValueTables.Facets];
        for (var i = 0; i < facets.Length; i++) facets[i] = FacetColumn.Of(Read<int>(reader), Read<int>(reader), Read<int>(reader));
        var money = new MoneyColumn(Read<int>(reader), Read<int>(reader), Read<int>(reader), Read<int>(reader), Read<decimal>(reader));
        return new Segment
        {
            Count = count,
            Keys = keys,
            References = references,
            Titles = titles,
            ChangedAt = changedAt,
            Versions = versions,
            Days = days,
            Flags = flags,
            Facets = facets,
            Money = money,
            Text = new TextIndex(ReadTexts(reader), Read<int>(reader), Read<byte>(reader)),
            Index = new KeyIndex(keys),
            Usd = UsdColumn.Of(money, values.Currencies, rates),
        };
    }

    private static void Write(BinaryWriter writer, TextColumn texts)
    {
        Write<byte>(writer, texts.Bytes);
        Write<int>(writer, texts.Starts);
    }

    private static TextColumn ReadTexts(BinaryReader reader) => new(Read<byte>(reader), Read<int>(reader));

    private static void Write<T>(BinaryWriter writer, T[] numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var numbers = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
