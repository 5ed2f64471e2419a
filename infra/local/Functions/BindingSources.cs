using System.Reflection;

namespace ParisPact.Local.Functions;

/// <summary>What any function may be given besides its trigger.</summary>
internal sealed class BindingSources
{
    public ValueTask<Argument> Bind(ParameterInfo parameter, LocalFunctionContext context) => new(Argument.None);
}
