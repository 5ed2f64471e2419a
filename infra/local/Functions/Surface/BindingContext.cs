namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingContext
{
    /// <summary>What the trigger says about this run: route values, the parts of a blob's path, and the like.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
