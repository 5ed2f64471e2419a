using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Intake.Tables;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>What a file should look like: the template of a table.</summary>
internal sealed class ReadTemplate
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Function(nameof(ReadTemplate)), Allow]
    [Describe("The table that a partner can fill in: projects.csv or projects.xlsx.", Gives = ["text/csv", Workbook], Answers = [200, 404])]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "templates/{name}")] HttpRequest request, string name)
    {
        using var file = new MemoryStream();
        switch (name)
        {
            case "projects.csv":
                TemplateFiles.WriteCsv(file);
                return Results.File(file.ToArray(), "text/csv; charset=utf-8", name);
            case "projects.xlsx":
                TemplateFiles.WriteXlsx(file);
                return Results.File(file.ToArray(), Workbook, name);
            default:
                return Problems.NotFound("There are the templates projects.csv and projects.xlsx.");
        }
    }
}

/// <summary>What a file should look like: the schema of JSON files.</summary>
internal sealed class ReadProjectSchema
{
    [Function(nameof(ReadProjectSchema)), Allow]
    [Describe("The JSON Schema of project files.", Gives = ["application/schema+json"])]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "schemas/project-file.json")] HttpRequest request) =>
        Results.Bytes(JsonProjects.Schema(), "application/schema+json");
}
