namespace ParisPact.Functions.Platform;

/// <summary>What an HTTP function does, for <c>/api/openapi.json</c>: beside the function, so that the description cannot fall behind.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DescribeAttribute(string summary) : Attribute
{
    public string Summary { get; } = summary;

    /// <summary>Names of query parameters; what each means stands in <see cref="ApiParameters"/>.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>True where the function itself refuses what <see cref="Query"/> does not name, together with all else that is wrong: see <see cref="KnownParameters"/>.</summary>
    public bool RefusesOthers { get; init; }

    /// <summary>Names of the conditional headers that the function heeds.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>What a good answer in JSON is; null where it is nothing that a type of ours describes.</summary>
    public Type? Returns { get; init; }

    /// <summary>True where a good answer is a page of <see cref="Returns"/>.</summary>
    public bool Lists { get; init; }

    /// <summary>What the body is; null where there is none, or none in JSON.</summary>
    public Type? Takes { get; init; }

    /// <summary>The media type of the body; null where there is none.</summary>
    public string? Body { get; init; }

    /// <summary>True where the body may also be a form with a file.</summary>
    public bool Form { get; init; }

    /// <summary>Media types of a good answer.</summary>
    public string[] Gives { get; init; } = ["application/json"];

    public int[] Answers { get; init; } = [200];
}
