using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Platform.Access;

/// <summary>
/// Who may call an HTTP function: everybody with one of these roles, or with any role where none is named. A function without this
/// attribute answers nobody. Whose records a caller may change is decided in the function, by <see cref="Caller"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>True for the few addresses that answer without a token.</summary>
    public bool WithoutToken { get; init; }

    public bool Includes(Caller caller) => caller.Roles.Count > 0 && (Roles.Count == 0 || Roles.Any(caller.Is));
}
