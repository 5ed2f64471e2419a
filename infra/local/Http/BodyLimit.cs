using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ParisPact.Local.Http;

/// <summary>
/// Bodies are limited twice in Azure: the host answers 413 beyond 104,857,600 bytes, and the worker fails beyond what its
/// own server takes (30,000,000 bytes unless <see cref="KestrelServerLimits.MaxRequestBodySize"/> is configured).
/// </summary>
internal static class BodyLimit
{
    public const long OfHost = 104_857_600;

    public static void Use(IApplicationBuilder app)
    {
        var ofWorker = app.ApplicationServices.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize;
        var limit = Math.Min(ofWorker ?? OfHost, OfHost);
        app.Use((http, next) =>
        {
            if (http.Request.ContentLength > OfHost)
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }

            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            {
                feature.MaxRequestBodySize = limit;
            }

            return next(http);
        });
    }
}
