extension MLflowServer {
  public static var card: FormatCard {
    FormatCard(
      id: "mlflow",
      title: "MLflow tracking server",
      writtenBy: ["mlflow server", "mlflow ui"],
      fileNames: [
        "mlflow:http://localhost:5000", "mlflow:http://localhost:5000/EXPERIMENT",
        "mlflow:http://localhost:5000/RUN", "mlflow:http://localhost:5000/#/experiments/1/runs/RUN",
      ],
      summary:
        "One run by its identifier, the runs of an experiment by its name or number, or every run of a "
        + "server. The address of a page of the server will do as well. Who is asked for a login sets "
        + "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN; "
        + "MLFLOW_TRACKING_SERVER_CERT_PATH and MLFLOW_TRACKING_INSECURE_TLS say whom to believe over https.",
      reads: [],
      refuses: [
        FormatExample(
          "an address without a server", fileName: "mlflow:my-run", text: "mlflow:my-run", .address,
          message:
            "mlflow:my-run: this is no address of an MLflow server, expected http:// or https:// and the "
            + "name of a server. Such as mlflow:http://localhost:5000/RUN")
      ])
  }
}
