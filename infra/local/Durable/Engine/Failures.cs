using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.DurableTask;

namespace ParisPact.Local.Durable.Engine;

/// <summary>Turns exceptions into what is stored and shown of them.</summary>
internal static class Failures
{
    /// <summary>Characters kept of a message or a stack trace: history is not the place for a megabyte of it.</summary>
    private const int Longest = 8_000;

    private const int Deepest = 8;

    /// <summary>All that Azure says of an activity that does not exist.</summary>
    public static TaskFailureDetails Unknown { get; } = new("(unknown)", "(unknown)", null, null, null);

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TaskFailureDetails Details(Exception exception, int depth = 0)
    {
        var inner = exception switch
        {
            _ when depth == Deepest => null,
            TaskFailedException failed => failed.FailureDetails,
            { InnerException: { } cause } => Details(cause, depth + 1),
            _ => null,
        };
        return new(exception.GetType().ToString(), Cut(exception.Message)!, Cut(exception.StackTrace), inner, null);
    }

    /// <summary>The output of a failed instance: plain text, the inner exceptions lost.</summary>
    public static string Text(Exception exception) => $"{exception.GetType()}: {exception.Message}";

    /// <summary>The output of an instance whose orchestrator does not exist.</summary>
    public static string NoSuchOrchestrator(string name, IEnumerable<string> known)
    {
        var message = $"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function. Additional info: "
            + $"The following are the known orchestrator functions: {string.Join(", ", known.Order(StringComparer.Ordinal).Select(other => $"'{other}'"))}.";
        return JsonSerializer.Serialize(new { message, details = (string?)null }, AsWritten);
    }

    private static string? Cut(string? text) => text?.Length > Longest ? text[..Longest] + "…" : text;
}
