using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Platform;

/// <summary>What went wrong with a request, as RFC 9457 problem details. One method for each kind of answer; the detail is for people.</summary>
internal static class Problems
{
    public const string SomeIsWrong = "Some of what was sent is wrong";

    /// <summary>Answers in the place of the function.</summary>
    public static void Answer(FunctionContext context, ProblemDetails problem) =>
        context.GetInvocationResult().Value = new ObjectResult(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };

    public static IResult BadRequest(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be understood");

    /// <summary>Every mistake at once, by the field that it concerns.</summary>
    public static IResult Invalid(IEnumerable<FieldError> errors) => Results.ValidationProblem(
        errors.GroupBy(error => error.Field, error => error.Message).ToDictionary(group => group.Key, group => group.ToArray()),
        title: SomeIsWrong);

    public static IResult Forbidden(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status403Forbidden, title: "Not allowed");

    public static IResult NotFound(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static IResult NotAcceptable(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status406NotAcceptable, title: "This form is not to be had");

    public static IResult Conflict(string detail, IDictionary<string, object?>? more = null) =>
        Results.Problem(detail, statusCode: StatusCodes.Status409Conflict, title: "This does not fit what is there", extensions: more);

    public static IResult Gone(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status410Gone, title: "No longer there");

    public static IResult PreconditionFailed(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status412PreconditionFailed, title: "Changed meanwhile");

    public static IResult PreconditionRequired(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status428PreconditionRequired, title: "Say which version you mean");

    public static IResult TooLarge(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large");
}
