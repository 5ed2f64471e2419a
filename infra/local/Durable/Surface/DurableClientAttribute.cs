using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a <c>DurableTaskClient</c> parameter of any function.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>Task hub other than host.json's; the local runtime has one hub and ignores it.</summary>
    public string? TaskHub { get; set; }

    /// <summary>Connection other than host.json's; the local runtime has one store and ignores it.</summary>
    public string? ConnectionName { get; set; }
}
