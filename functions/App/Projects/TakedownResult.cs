namespace ParisPact.Functions.Projects;

/// <summary>What became of a request to take a project down.</summary>
internal abstract record TakedownResult
{
    private TakedownResult()
    {
    }

    /// <summary>The project, its history and its payloads are gone.</summary>
    public sealed record Done(Takedown Fact) : TakedownResult;

    /// <summary>It had been taken down before; what may have been left is removed again.</summary>
    public sealed record Already(Takedown Fact) : TakedownResult;

    public sealed record NotFound : TakedownResult;
}
