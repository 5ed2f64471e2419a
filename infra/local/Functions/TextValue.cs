using System.ComponentModel;
using System.Reflection;

namespace ParisPact.Local.Functions;

/// <summary>Reads a part of a route or of a blob's path as the type of a parameter.</summary>
internal static class TextValue
{
    /// <exception cref="InvalidOperationException">The text is not such a value.</exception>
    public static object? Read(string text, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsAssignableFrom(typeof(string)))
        {
            return text;
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"Cannot convert input parameter '{parameter.Name}' to type '{type}' from type 'System.String'. Error: {failure.Message}", failure);
        }
    }
}
