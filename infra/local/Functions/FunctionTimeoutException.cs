namespace ParisPact.Local.Functions;

/// <summary>A function ran for longer than <c>functionTimeout</c> of host.json allows.</summary>
internal sealed class FunctionTimeoutException(string function, TimeSpan limit)
    : Exception($"Timeout value of {limit} was exceeded by function: {function}.");
