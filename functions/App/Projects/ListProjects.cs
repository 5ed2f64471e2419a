using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Exports;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class ListProjects(ProjectLookup lookup, PartnerDirectory directory, ProjectExport export)
{
    [Function(nameof(ListProjects)), Allow]
    [Describe("Who is doing what, where: a page of projects, newest change first; with format, all that match as a file; 404 where it is IATI and none matches.", RefusesOthers = true, Query = ["location", "theme", "donor", "status", "partner", "paper", "sector", "q", "from", "to", "withdrawn", "limit", "cursor", "format"], Gives = ["application/json", AnswerFormats.Csv, AnswerFormats.Xlsx, AnswerFormats.Xml], Returns = typeof(ProjectSummary), Lists = true, Answers = [200, 400, 404, 406])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects")] HttpRequest request)
    {
        if (AnswerFormats.Of(request) is not { } format) return Problems.NotAcceptable("Projects are to be had as json, csv, xlsx and iati.");
        var question = await LookupQuestion.ReadAsync(request, lookup, directory, "limit", "cursor", "format");
        if (question is not LookupQuestion.Asked asked) return ((LookupQuestion.Refused)question).Problem;
        if (format != AnswerFormat.Page) return export.Of(asked.Projection, asked.Filter, format);
        var (rows, more) = PageQuery.Of(asked.Projection, asked.Filter, asked.After, asked.Limit);
        return Answers.List([.. rows.Select(row => ProjectSummary.Of(asked.Projection, row))], more ? rows[^1].Cursor.Text : null);
    }
}
