using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>What a matrix is made of.</summary>
/// <param name="Usd">True for US dollars, false for projects.</param>
internal sealed record MatrixShape(Facet Rows, Facet Columns, bool Usd)
{
    public static string[] Names { get; } = ["rows", "columns", "measure"];

    /// <summary>The shape, or everything that is wrong with it.</summary>
    public static (MatrixShape? Shape, IReadOnlyList<FieldError> Errors) Read(IQueryCollection query)
    {
        var errors = new List<FieldError>();
        var (rows, columns) = (Read("rows", Facet.Location), Read("columns", Facet.Theme));
        if (errors.Count == 0 && rows == columns) errors.Add(new FieldError("columns", "Rows and columns must differ."));
        var measure = query["measure"].ToString().ToLowerInvariant();
        if (query.ContainsKey("measure") && measure is not ("count" or "usd")) errors.Add(new FieldError("measure", "The measure is count or usd."));
        return errors.Count > 0 ? (null, errors) : (new MatrixShape(rows, columns, measure == "usd"), []);

        Facet Read(string name, Facet usual)
        {
            if (!query.ContainsKey(name)) return usual;
            var text = query[name].ToString();
            foreach (var facet in Enum.GetValues<Facet>())
                if (FilterReader.NameOf(facet).Equals(text, StringComparison.OrdinalIgnoreCase)) return facet;
            errors.Add(new FieldError(name, $"This is one of {string.Join(", ", Enum.GetValues<Facet>().Select(FilterReader.NameOf))}."));
            return usual;
        }
    }
}
