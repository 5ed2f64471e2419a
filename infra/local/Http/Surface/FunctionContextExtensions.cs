using Microsoft.AspNetCore.Http;
using ParisPact.Local.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>The request that started this run; null when it was not started by one.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpItems.Context, out var found) ? found as HttpContext : null;
}
