using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ParisPact.Functions.Platform;

/// <summary>Gives whoever asked an answer where the app itself fails: that the fault is ours, and the id under which it is logged.</summary>
internal sealed class AnswerFaults(ILogger<AnswerFaults> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to read an answer.
        }
        catch (BadHttpRequestException refused)
        {
            Answer(context, new ProblemDetails { Status = refused.StatusCode, Title = "The request was refused", Detail = refused.Message });
        }
        catch (TransientFailure later)
        {
            log.LogWarning(later, "{Function} met a passing failure.", context.FunctionDefinition.Name);
            Answer(context, new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "Try again in a moment", Detail = later.Message });
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            log.LogError(fault, "{Function} failed in {Invocation}.", context.FunctionDefinition.Name, context.InvocationId);
            Answer(context, new ProblemDetails
            {
                Status = StatusCodes.Status500InternalServerError,
                Title = "The fault is ours",
                Detail = $"Something went wrong here, not with your request. If it stays so, tell the secretariat the id {context.InvocationId}.",
            });
        }
    }

    private static void Answer(FunctionContext context, ProblemDetails problem) =>
        Problems.Answer(context, problem);
}
