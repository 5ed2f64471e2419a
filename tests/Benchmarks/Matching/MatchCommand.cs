using System.Text.Json;

namespace ParisPact.Benchmarks.Matching;

/// <summary>Tries the engine on any labelled set, and prints one JSON object.</summary>
internal static class MatchCommand
{
    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static int Run(ReadOnlySpan<string> arguments)
    {
        try
        {
            var asked = MatchArguments.Read(arguments);
            var fields = FieldsFile.Read(asked.Fields);
            var evaluation = Evaluation.Of(LabelledSet.Read(asked, fields), fields, asked.Seeds);
            Console.WriteLine(JsonSerializer.Serialize(evaluation, Writing));
            return 0;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }
}
