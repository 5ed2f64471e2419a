namespace ParisPact.Tests.Intake;

/// <summary>A clock that is ahead.</summary>
internal sealed class Later(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
