namespace ParisPact.Local.Functions;

/// <summary>A parameter's value, or that this trigger has none for it.</summary>
internal readonly record struct Argument(bool IsBound, object? Value)
{
    public static Argument None => default;

    public static Argument Of(object? value) => new(true, value);
}
