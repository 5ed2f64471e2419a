using System.Reflection;
using Microsoft.AspNetCore.Http;
using ParisPact.Local.Functions;

namespace ParisPact.Local.Http;

/// <summary>The parameters of an HTTP function: the request, and route values by name.</summary>
internal static class HttpParameters
{
    public static ValueTask<Argument> Bind(ParameterInfo parameter, HttpContext http, LocalFunctionContext context)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
        {
            return new(Argument.Of(http.Request));
        }

        if (parameter.ParameterType == typeof(HttpContext))
        {
            return new(Argument.Of(http));
        }

        return http.Request.RouteValues.TryGetValue(parameter.Name!, out var value) && value is not null
            ? new(Argument.Of(TextValue.Read(value.ToString()!, parameter)))
            : new(BindingSources.Bind(parameter, context));
    }
}
