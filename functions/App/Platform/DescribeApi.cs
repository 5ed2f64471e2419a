using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Platform;

internal sealed class DescribeApi
{
    [Function(nameof(DescribeApi)), Allow]
    [Describe("This document.", Answers = [200])]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) =>
        Results.Text(OpenApiDocument.Build($"{request.Scheme}://{request.Host}/api").ToJsonString(ContractJson.Options), "application/json");
}
