using System.Globalization;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Json;

/// <summary>One value of a record with its JSON Pointer, and where its faults go. Reading a value of another type reports that and gives nothing.</summary>
internal readonly struct JsonCursor(JsonElement element, string pointer, List<JsonFault> faults)
{
    public JsonElement Element { get; } = element;

    public string Pointer { get; } = pointer;

    public List<JsonFault> Faults { get; } = faults;

    public bool IsNull => Element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <param name="kept">The text that is kept with the project under the value's own name; null where it is not.</param>
    public void Warn(string rule, string message, string? suggestion = null, string? subject = null, string? kept = null) =>
        Faults.Add(new JsonFault(Pointer, rule, Severity.Warning, message, suggestion, subject, kept));

    public void Refuse(string rule, string message, string? suggestion = null) => Faults.Add(new JsonFault(Pointer, rule, Severity.Error, message, suggestion));

    /// <summary>A property that is not understood: it is named on the receipt and kept with the project, under its own name after those of what it lies in.</summary>
    public void Keep()
    {
        if (IsNull) return;
        var text = Element.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Element.GetRawText() : Text(lines: true) ?? "";
        Faults.Add(new JsonFault(
            Pointer, "property.unknown", Severity.Warning, $"{Quote(Path)} is not understood; it is kept with the project under its own name.", "See the JSON Schema of project files.", Kept: text));
    }

    /// <summary>The pointer as a name: <c>organisations.0.phone</c>.</summary>
    public string Path => PathOf(Pointer);

    public static string PathOf(string pointer) =>
        pointer.TrimStart('/').Replace('/', '.').Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The properties of an object, each name once; an error for anything else, and for a name that stands twice.</summary>
    public IEnumerable<(string Name, JsonCursor Value)> Properties()
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            if (!IsNull) Wrong("an object");
            yield break;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in Element.EnumerateObject())
        {
            var name = NameOf(property);
            var value = new JsonCursor(property.Value, $"{Pointer}/{Escape(name)}", Faults);
            if (names.Add(name)) yield return (name, value);
            else value.Refuse("json.duplicate-property", $"{Quote(name)} stands twice in one object.", "Keep one of the two.");
        }
    }

    public IEnumerable<JsonCursor> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            if (!IsNull) Wrong("an array");
            yield break;
        }

        var at = 0;
        foreach (var item in Element.EnumerateArray()) yield return new JsonCursor(item, string.Create(CultureInfo.InvariantCulture, $"{Pointer}/{at++}"), Faults);
    }

    /// <summary>Text without control characters; a number or truth value as it is written. null for nothing, and for other types with an error.</summary>
    public string? Text(bool lines = false)
    {
        switch (Element.ValueKind)
        {
            case JsonValueKind.String: return StringOf() is { } text && CellText.Clean(text, lines) is { Length: > 0 } clean ? clean : null;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False: return Element.GetRawText();
            case JsonValueKind.Null: return null;
            default: Wrong("a text"); return null;
        }
    }

    /// <summary>An identifier, a code or an address, as it stands; otherwise as <see cref="Text"/>.</summary>
    public string? Code() => Element.ValueKind == JsonValueKind.String ? PlainLine.Of(StringOf()) is { Length: > 0 } line ? line : null : Text();

    public int? Whole(int least, int most)
    {
        if (IsNull) return null;
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) && number >= least && number <= most) return number;
        if (Element.ValueKind == JsonValueKind.String && int.TryParse(StringOf(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= least && number <= most) return number;
        Wrong($"a whole number from {least} to {most}");
        return null;
    }

    public decimal? Amount()
    {
        if (IsNull) return null;
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var number)) return number;
        // A number between quotation marks is one; what could be two numbers, or carries a currency, is not guessed at.
        if (Element.ValueKind == JsonValueKind.String && AmountCells.Read(StringOf()) is AmountCell.Sum { Ambiguous: false, Guessed: false, Currency: null } sum) return sum.Amount;
        Wrong("a number");
        return null;
    }

    public bool? Truth()
    {
        if (Element.ValueKind is JsonValueKind.True or JsonValueKind.False) return Element.GetBoolean();
        if (!IsNull) Wrong("true or false");
        return null;
    }

    public DateOnly? Date()
    {
        if (IsNull) return null;
        if (Element.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(StringOf(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            if (DateCells.Read(StringOf()) is not DateCell.Day { Solar: false })
                Warn("date.unlikely", $"{Value()} is kept, but is hardly a day of a project.", "Look whether the year is right, and of the Gregorian calendar.");
            return exact;
        }

        if (Element.ValueKind == JsonValueKind.String && DateCells.Read(StringOf()) is DateCell.Day { Ambiguous: false, Solar: false } day) return day.Date;
        if (Element.ValueKind == JsonValueKind.String && StringOf() is "") return null;
        Refuse("date.not-understood", $"{Value()} is no day.", "Write days as \"2024-03-05\".");
        return null;
    }

    public decimal? Percentage()
    {
        if (IsNull) return null;
        var given = Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var number) ? number : Element.ValueKind == JsonValueKind.String ? ShareList.Percentage(StringOf()) : null;
        if (given is > 0 and <= 100) return given;
        Refuse("percentage.out-of-range", $"{Value()} is no percentage over 0 and up to 100.", "Write a number such as 60, or leave it out.");
        return null;
    }

    public void Wrong(string wanted) => Refuse("json.type", $"{Value()} stands where {wanted} belongs.", "See the JSON Schema of project files.");

    /// <summary>The value as a message shows it.</summary>
    public string Value()
    {
        var text = Element.ValueKind switch
        {
            JsonValueKind.Object => "An object",
            JsonValueKind.Array => "An array",
            _ => Quote(Text() ?? Element.GetRawText()),
        };
        return text;
    }

    public static string Quote(string text) => text.Length <= 80 ? $"“{text}”" : $"“{text[..79]}…”";

    /// <summary>An escape for half of a character is valid JSON and no text.</summary>
    private string StringOf()
    {
        try
        {
            return Element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Element.GetRawText().Trim('"');
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
