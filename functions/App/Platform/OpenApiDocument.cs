using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Platform;

/// <summary>The whole HTTP contract as OpenAPI 3.1, made from the functions themselves.</summary>
internal static partial class OpenApiDocument
{
    public static JsonObject Build(string server)
    {
        var paths = new JsonObject();
        foreach (var method in Permissions.Functions().OrderBy(Route, StringComparer.Ordinal))
        {
            var route = "/" + Route(method);
            var operations = paths[route] as JsonObject ?? [];
            paths[route] ??= operations;
            foreach (var verb in Trigger(method).Methods ?? ["get"]) operations[verb.ToLowerInvariant()] = Operation(method, verb);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Paris Pact Initiative: register of technical assistance", ["version"] = "1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
                ["schemas"] = new JsonObject { ["Problem"] = Problem() },
            },
        };
    }

    private static JsonObject Operation(MethodInfo method, string verb)
    {
        var function = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var says = method.GetCustomAttribute<DescribeAttribute>();
        var allow = method.GetCustomAttribute<AllowAttribute>();
        var several = (Trigger(method).Methods ?? []).Length > 1;
        var operation = new JsonObject
        {
            ["operationId"] = several ? $"{function}-{verb.ToLowerInvariant()}" : function,
            ["summary"] = says?.Summary ?? function,
            ["description"] = Who(allow),
            ["parameters"] = Parameters(method, says),
            ["responses"] = Responses(says),
        };
        if (says?.Body is { } body && verb.ToLowerInvariant() is not ("get" or "delete"))
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { [body] = new JsonObject() } };
        if (allow is { WithoutToken: true }) operation["security"] = new JsonArray();
        return operation;
    }

    private static string Who(AllowAttribute? allow) => allow switch
    {
        null => "Nobody may call this.",
        { WithoutToken: true } => "Answers without a token.",
        { Roles: [] } => "For everybody with a role.",
        _ => $"For these roles: {string.Join(", ", allow.Roles.Select(RoleNames.Of))}.",
    };

    private static JsonArray Parameters(MethodInfo method, DescribeAttribute? says)
    {
        var parameters = new JsonArray();
        foreach (Match part in RouteParameter().Matches(Trigger(method).Route ?? "")) parameters.Add(Parameter(part.Groups[1].Value, "path"));
        foreach (var name in says?.Query ?? []) parameters.Add(Parameter(name, "query"));
        return parameters;
    }

    private static JsonObject Parameter(string name, string where) => new()
    {
        ["name"] = name,
        ["in"] = where,
        ["required"] = where == "path",
        ["description"] = ApiParameters.Meanings.GetValueOrDefault(name),
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Responses(DescribeAttribute? says)
    {
        var responses = new JsonObject();
        foreach (var status in says?.Answers ?? [200])
        {
            var answer = new JsonObject { ["description"] = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status) };
            var content = new JsonObject();
            if (status >= 400) content["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } };
            else if (status != 204) foreach (var type in says?.Gives ?? ["application/json"]) content[type] = new JsonObject();
            if (content.Count > 0) answer["content"] = content;
            responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = answer;
        }

        return responses;
    }

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["description"] = "RFC 9457 problem details; errors, where there are any, by the field that they concern.",
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = new JsonObject { ["type"] = "string" },
            ["errors"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
            },
        },
    };

    private static HttpTriggerAttribute Trigger(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).First(trigger => trigger is not null)!;

    /// <summary>Constraints and catch-alls are ours; the document has the names.</summary>
    private static string Route(MethodInfo method) =>
        RouteParameter().Replace(Trigger(method).Route ?? method.GetCustomAttribute<FunctionAttribute>()!.Name, part => $"{{{part.Groups[1].Value}}}");

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z0-9_]+)(?:[:?=][^}]*)?\}")]
    private static partial Regex RouteParameter();
}
