using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Functions;

internal sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> bindingData) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData => bindingData;
}
