namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs around every function, in the order of registration.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
