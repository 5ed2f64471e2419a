using ParisPact.Local.Functions;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The result of this run: read after the function, or set in place of calling it.</summary>
    /// <exception cref="InvalidOperationException">The result is not a <typeparamref name="T"/>; thrown on reading.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) =>
        new TypedInvocationResult<T>(Slot(context));

    /// <inheritdoc cref="GetInvocationResult{T}"/>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => Slot(context);

    private static RunResult Slot(FunctionContext context) =>
        context.Features.Get<RunResult>() ?? throw new InvalidOperationException("This context was not made by the host.");
}
