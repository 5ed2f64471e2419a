using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Platform;

/// <summary>The whole HTTP contract as OpenAPI 3.1, made from the functions themselves.</summary>
internal static partial class OpenApiDocument
{
    private const string ProblemType = "application/problem+json";

    public static JsonObject Build(string server)
    {
        var (paths, schemas) = (new JsonObject(), new ApiSchemas());
        schemas.AddProjects();
        foreach (var method in Permissions.Functions().OrderBy(Route, StringComparer.Ordinal))
        {
            var route = "/" + Route(method);
            var operations = paths[route] as JsonObject ?? [];
            paths[route] ??= operations;
            foreach (var verb in Trigger(method).Methods ?? ["get"]) operations[verb.ToLowerInvariant()] = Operation(method, verb, schemas);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Paris Pact Initiative: register of technical assistance", ["version"] = "1", ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" } },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
                ["schemas"] = schemas.All,
            },
        };
    }

    private static JsonObject Operation(MethodInfo method, string verb, ApiSchemas schemas)
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
            ["responses"] = Responses(says, allow, schemas),
        };
        if (says?.Body is { } body && verb.ToLowerInvariant() is not ("get" or "delete"))
        {
            var content = new JsonObject { [body] = Content(says.Takes, list: false, schemas) };
            if (says.Form) content["multipart/form-data"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } }, ["required"] = new JsonArray("file") } };
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = content };
        }

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
        foreach (var name in says?.Headers ?? []) parameters.Add(Parameter(name, "header"));
        return parameters;
    }

    private static JsonObject Parameter(string name, string where) => new()
    {
        ["name"] = name,
        ["in"] = where,
        ["required"] = where == "path",
        ["description"] = ApiParameters.Meanings.GetValueOrDefault(name),
        ["schema"] = where == "query" ? ApiParameters.SchemaOf(name) : new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Responses(DescribeAttribute? says, AllowAttribute? allow, ApiSchemas schemas)
    {
        var responses = new JsonObject();
        foreach (var status in (says?.Answers ?? [200]).Union(OfAnyFunction(allow)).Order())
        {
            var answer = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(status) };
            var content = new JsonObject();
            if (status >= StatusCodes.Status400BadRequest && !(status == StatusCodes.Status503ServiceUnavailable && says?.Answers.Contains(status) == true)) content[ProblemType] = Problem();
            else if (status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
                foreach (var type in says?.Gives ?? ["application/json"]) content[type] = Content(type == "application/json" ? says?.Returns : null, says?.Lists == true, schemas);
            if (content.Count > 0) answer["content"] = content;
            responses[status.ToString(CultureInfo.InvariantCulture)] = answer;
        }

        responses["default"] = new JsonObject { ["description"] = "A fault of ours, with the id under which it is logged, or a passing failure.", ["content"] = new JsonObject { [ProblemType] = Problem() } };
        return responses;

        static JsonObject Problem() => new() { ["schema"] = ApiSchemas.Reference("Problem") };
    }

    /// <summary>What stands before every function answers: see <see cref="CheckAccess"/> and <see cref="KnownParameters"/>.</summary>
    private static int[] OfAnyFunction(AllowAttribute? allow) => allow switch
    {
        null => [StatusCodes.Status403Forbidden],
        { WithoutToken: true } => [],
        _ => [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden],
    };

    private static JsonObject Content(Type? type, bool list, ApiSchemas schemas) =>
        type is null ? [] : new JsonObject { ["schema"] = schemas.Of(type, list) };

    private static HttpTriggerAttribute Trigger(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).First(trigger => trigger is not null)!;

    /// <summary>Constraints and catch-alls are ours; the document has the names.</summary>
    private static string Route(MethodInfo method) =>
        RouteParameter().Replace(Trigger(method).Route ?? method.GetCustomAttribute<FunctionAttribute>()!.Name, part => $"{{{part.Groups[1].Value}}}");

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z0-9_]+)(?:[:?=][^}]*)?\}")]
    private static partial Regex RouteParameter();
}
