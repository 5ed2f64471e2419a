using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Tests.Http;

public static class ResultFunctions
{
    [Function("Text")]
    public static IActionResult Text([HttpTrigger] HttpRequest request) => new OkObjectResult("text");

    [Function("Problem")]
    public static IActionResult Problem([HttpTrigger] HttpRequest request) =>
        new ObjectResult(new ProblemDetails { Title = "No", Status = 409 }) { StatusCode = 409 };

    [Function("Late")]
    public static async Task<IResult> Late([HttpTrigger] HttpRequest request)
    {
        await Task.Yield();
        return Results.Accepted("/api/there", new { PropertyName = 1 });
    }

    [Function("Quick")]
    public static ValueTask<IActionResult> Quick([HttpTrigger] HttpRequest request) => new(new NoContentResult());

    [Function("Page")]
    public static IResult Page([HttpTrigger] HttpRequest request) => new RazorComponentResult<Greeting>(new { Name = "<Ada>" });

    [Function("Bare")]
    public static string Bare([HttpTrigger] HttpRequest request) => "lost";

    [Function("Nothing")]
    public static Task Nothing([HttpTrigger] HttpRequest request) => Task.CompletedTask;

    [Function("Fails")]
    public static async Task<IResult> Fails([HttpTrigger] HttpRequest request)
    {
        await Task.Yield();
        throw new InvalidOperationException("the secret reason");
    }

    [Function("FailsWhileAnswering")]
    public static IResult FailsWhileAnswering([HttpTrigger] HttpRequest request) =>
        Results.Stream(_ => throw new InvalidOperationException("broken source"));

    public static TaskCompletionSource Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static TaskCompletionSource<bool> Left { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Function("Waits")]
    public static async Task<IResult> Waits([HttpTrigger] HttpRequest request, CancellationToken cancellation)
    {
        Came.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Left.TrySetResult(cancellation.IsCancellationRequested);
        return Results.Text("nobody reads this");
    }

    [Function("Size")]
    public static async Task<IResult> Size([HttpTrigger] HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null);
        return Results.Text("read");
    }

    public sealed class Greeting : ComponentBase
    {
        [Parameter]
        public string? Name { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            builder.OpenElement(0, "p");
            builder.AddContent(1, Name);
            builder.CloseElement();
        }
    }
}
