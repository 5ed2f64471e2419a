using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>Opens workbooks.</summary>
internal static class Workbooks
{
    // Old workbooks hold text in code pages.
    static Workbooks() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IExcelDataReader Open(Stream file) => ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = TextEncoding.Windows(1252) });

    /// <summary>True for what the reader throws at files that are not as they should be; it checks little, so that many kinds of exception mean the same.</summary>
    public static bool IsBroken(Exception failure) =>
        failure is ExcelReaderException or System.Xml.XmlException or InvalidDataException or IOException or ArgumentException or FormatException or OverflowException
            or IndexOutOfRangeException or KeyNotFoundException or InvalidOperationException or NullReferenceException or InvalidCastException or NotSupportedException;
}
