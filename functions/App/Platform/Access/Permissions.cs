using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Functions.Platform.Access;

/// <summary>The permission table: for each HTTP function, by name, who may call it, as its <see cref="AllowAttribute"/> says.</summary>
internal static class Permissions
{
    private static readonly FrozenDictionary<string, AllowAttribute> Table = Functions()
        .Select(method => (Name: method.GetCustomAttribute<FunctionAttribute>()!.Name, Allow: method.GetCustomAttribute<AllowAttribute>()))
        .Where(entry => entry.Allow is not null)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Allow!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where nobody may call it.</summary>
    public static AllowAttribute? Of(string function) => Table.GetValueOrDefault(function);

    /// <summary>The methods of this app that answer HTTP.</summary>
    public static IEnumerable<MethodInfo> Functions() => typeof(Permissions).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null
            && method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null));
}
